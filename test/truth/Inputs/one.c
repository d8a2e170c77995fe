/* The table of programs where there is only one. */
struct truth_program {
  const char *name;
  void (*run)(void);
};
void run(void);
const struct truth_program truth_programs[] = {{"the-one", run}, {0, 0}};

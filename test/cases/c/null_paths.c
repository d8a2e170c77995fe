// Models a printer spooler's job tickets whose key may be NULL.
// CATEGORY: null_check
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct job { int id; [[secret]] char *pin; size_t cap; };
[[secret]] char *job_pin(int id);
int job_print(const char *pin);
void burn_string(char *s);

int print_null_return(int id)
{
    [[secret]] char *pin = malloc(16);

    if (pin == NULL)
        return -1;
    job_print(pin);
    explicit_bzero(pin, 16);
    free(pin);
    return 0;
}

int print_result(int id)
{
    char *pin = job_pin(id);
    int rc;

    if (pin == NULL)
        return -1;
    rc = job_print(pin);
    burn_string(pin);
    free(pin);
    return rc;
}

int print_result_forgets(int id)
{
    char *pin = job_pin(id);
    int rc;

    if (pin == NULL)
        return -1;
    rc = job_print(pin);
    free(pin); // EXPECT: secret-missing-zeroization
    return rc;
}

int print_free_null(int id)
{
    char *pin = job_pin(id);

    if (pin == NULL) {
        free(pin);
        return -1;
    }
    job_print(pin);
    burn_string(pin);
    free(pin);
    return 0;
}

int print_guarded_wipe(int id)
{
    char *pin = job_pin(id);
    int rc = job_print(pin);

    if (pin)
        burn_string(pin);
    free(pin);
    return rc;
}

int print_inverted_guard(int id)
{
    char *pin = job_pin(id);
    int rc = job_print(pin);

    if (!pin)
        burn_string(pin);
    free(pin); // EXPECT: secret-missing-zeroization
    return rc;
}

void job_clear(struct job *j)
{
    if (j == NULL || j->pin == NULL)
        return;
    explicit_bzero(j->pin, j->cap);
    free(j->pin);
    j->pin = NULL;
}

void job_clear_forgets(struct job *j)
{
    if (j == NULL)
        return;
    free(j->pin); // EXPECT: secret-missing-zeroization
    j->pin = NULL;
}

void job_null_elided(struct job *j)
{
    if (j->pin != NULL)
        memset(j->pin, 0, j->cap); // EXPECT: secret-elidable-zeroization
    free(j->pin);
}

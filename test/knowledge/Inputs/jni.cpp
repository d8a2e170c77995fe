// PACKAGES: openjdk-17-jdk-headless
// MODELS: jni.yaml
// FLAGS: -isystem {root}/usr/lib/jvm/java-17-openjdk-amd64/include -isystem {root}/usr/lib/jvm/java-17-openjdk-amd64/include/linux
#include <jni.h>

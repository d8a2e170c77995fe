// PACKAGES: nlohmann-json3-dev libflatbuffers-dev libprotobuf-dev
// MODELS: cpp-libraries.yaml
// FLAGS: -isystem {root}/usr/include
#include <nlohmann/json.hpp>
#include <flatbuffers/flatbuffers.h>
#include <google/protobuf/arenastring.h>

// PACKAGES: libboost1.74-dev
// MODELS: cpp-libraries.yaml
// FLAGS: -isystem {root}/usr/include
#include <boost/flyweight.hpp>
#include <boost/make_shared.hpp>
#include <boost/format.hpp>
#include <boost/property_tree/ptree.hpp>

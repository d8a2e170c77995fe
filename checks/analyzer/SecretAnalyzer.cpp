//===- SecretAnalyzer.cpp - The plugin for clang itself ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `clang -fplugin=SecretAnalyzer.so` accepts `[[secret]]`: the attribute and
// the load guard register themselves. This file gives the module a version that
// can be asked for by name.
//
//===----------------------------------------------------------------------===//

extern "C" const char SecretAnalyzerVersion[];
const char SecretAnalyzerVersion[] = "0.1.0";

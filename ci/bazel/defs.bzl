"""Audits of C and C++ targets for secrets that outlive their use.

Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

    load("//ci/bazel:defs.bzl", "secret_audit_aspect", "secret_audit_test")

    secret_audit_test(name = "secrets", targets = [":login"])

The test fails where there are findings. A report of each target, without a test:

    bazel build //... --aspects //ci/bazel:defs.bzl%secret_audit_aspect --output_groups=secret_audit
"""

_SOURCES = ("c", "cc", "cpp", "cxx", "C")

SecretAuditInfo = provider(
    doc = "What an audit of a target found.",
    fields = {"reports": "depset of reports, as text, one for each source"},
)

def _flags(ctx, compilation):
    """The flags that the sources of the target are compiled with."""
    flags = ["-D" + name for name in compilation.defines.to_list() + compilation.local_defines.to_list()]
    for path in compilation.includes.to_list():
        flags.append("-I" + path)
    for path in compilation.quote_includes.to_list():
        flags += ["-iquote", path]
    for path in compilation.system_includes.to_list():
        flags += ["-isystem", path]
    flags += ctx.fragments.cpp.copts + getattr(ctx.rule.attr, "copts", [])
    return flags

def _audit(ctx, source, flags, headers):
    """The action that audits one source; it never fails because of findings."""
    report = ctx.actions.declare_file("{}.{}.secrets.txt".format(ctx.label.name, source.basename))
    language = ctx.fragments.cpp.conlyopts if source.extension == "c" else ctx.fragments.cpp.cxxopts
    ctx.actions.run_shell(
        outputs = [report],
        inputs = depset([source], transitive = [headers]),
        # Paths of the sandbox mean nothing afterwards.
        command = '"$1" --quiet --fail-on none --output "text:$2" "$3" -- "${@:4}" >/dev/null' +
                  ' && sed -i "s|$PWD/||g" "$2"',
        arguments = [ctx.attr._audit, report.path, source.path] + flags + language,
        mnemonic = "SecretAudit",
        progress_message = "Auditing {}".format(source.short_path),
        use_default_shell_env = True,
        # ninja, Clang's headers and the program are the host's.
        execution_requirements = {"no-remote": "1"},
    )
    return report

def _secret_audit_aspect_impl(target, ctx):
    if CcInfo not in target or not hasattr(ctx.rule.attr, "srcs"):
        return []
    compilation = target[CcInfo].compilation_context
    flags = _flags(ctx, compilation)
    reports = [
        _audit(ctx, source, flags, compilation.headers)
        for attribute in ctx.rule.attr.srcs
        for source in attribute.files.to_list()
        if source.extension in _SOURCES
    ]
    files = depset(reports)
    return [SecretAuditInfo(reports = files), OutputGroupInfo(secret_audit = files)]

secret_audit_aspect = aspect(
    implementation = _secret_audit_aspect_impl,
    attrs = {"_audit": attr.string(default = "secret-audit")},
    fragments = ["cpp"],
)

def _secret_audit_test_impl(ctx):
    reports = depset(transitive = [
        target[SecretAuditInfo].reports
        for target in ctx.attr.targets
        if SecretAuditInfo in target
    ])
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    lines = ["#!/bin/sh", "status=0"]
    for report in reports.to_list():
        lines.append('if [ -s "{0}" ]; then cat "{0}"; status=1; fi'.format(report.short_path))
    ctx.actions.write(script, "\n".join(lines + ["exit $status", ""]), is_executable = True)
    return [DefaultInfo(executable = script, runfiles = ctx.runfiles(transitive_files = reports))]

secret_audit_test = rule(
    implementation = _secret_audit_test_impl,
    doc = "Fails if a source of the targets has findings.",
    test = True,
    attrs = {
        "targets": attr.label_list(aspects = [secret_audit_aspect], doc = "C and C++ targets"),
    },
)

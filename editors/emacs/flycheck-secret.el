;;; flycheck-secret.el --- secret-clang-tidy as a checker of Flycheck -*- lexical-binding: t -*-
;;
;; Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
;;
;;; Code:

(require 'flycheck)

(flycheck-def-args-var flycheck-secret-args secret-clang-tidy)

(flycheck-define-checker secret-clang-tidy
  "Finds secrets that outlive their use, with secret-clang-tidy."
  :command ("secret-clang-tidy" "--quiet" "--checks=-*,secret-*"
            (eval flycheck-secret-args) source-original)
  :error-patterns
  ((error line-start (file-name) ":" line ":" column ": error: " (message) line-end)
   (warning line-start (file-name) ":" line ":" column ": warning: " (message) line-end)
   (info line-start (file-name) ":" line ":" column ": note: " (message) line-end))
  :predicate flycheck-buffer-saved-p
  :modes (c-mode c++-mode))

(add-to-list 'flycheck-checkers 'secret-clang-tidy)

(provide 'flycheck-secret)
;;; flycheck-secret.el ends here

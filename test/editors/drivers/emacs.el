;;; Does in Emacs what a user does, and writes what they would see as JSON. Run behind the documented set-up.  -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'json)
(require 'flymake)
(require 'xref)

(defvar aims-plan
  (with-temp-buffer
    (insert-file-contents (getenv "AIMS_PLAN"))
    (json-parse-buffer :object-type 'plist)))
(defvar aims-seen nil)

(defun aims-get (&rest keys)
  (let ((value aims-plan)) (dolist (key keys value) (setq value (plist-get value key)))))

(defun aims-see (key value) (setq aims-seen (plist-put aims-seen key value)))

(defun aims-finish ()
  (let ((coding-system-for-write 'utf-8-unix))
    (with-temp-file (aims-get :result) (insert (json-serialize aims-seen))))
  (kill-emacs 0))

(defun aims-wait (what done)
  (let ((end (+ (float-time) (/ (aims-get :patience) 1000.0))) found)
    (while (and (not (setq found (funcall done))) (< (float-time) end))
      ;; In batch mode nothing else lets timers and processes have their turn.
      (accept-process-output nil 0.05)
      (run-hooks 'post-command-hook))
    (or found (error "no %s" what))))

(defun aims-goto (place)
  (goto-char (point-min))
  (forward-line (plist-get place :line))
  (forward-char (plist-get place :character)))

(defun aims-place (position)
  (save-excursion
    (goto-char position)
    (list :line (1- (line-number-at-pos)) :character (- (point) (line-beginning-position)))))

(defun aims-findings ()
  (mapcar (lambda (each)
            (list :message (flymake-diagnostic-text each)
                  :range (list :start (aims-place (flymake-diagnostic-beg each))
                               :end (aims-place (flymake-diagnostic-end each)))))
          (flymake-diagnostics)))

(defun aims-run ()
  (find-file (aims-get :file))
  (aims-wait "server" #'eglot-current-server)
  (aims-wait "findings" (lambda () (flymake-diagnostics)))
  ;; Evidence is digested behind the first answer: what is shown settles.
  (let ((shown 0) (since (float-time)))
    (aims-wait "rest"
               (lambda ()
                 (unless (= shown (length (flymake-diagnostics)))
                   (setq shown (length (flymake-diagnostics)) since (float-time)))
                 (> (- (float-time) since) 1))))
  (aims-see :findings (vconcat (aims-findings)))

  (aims-goto (aims-get :hover))
  (let (text)
    (eglot-hover-eldoc-function (lambda (shown &rest _) (setq text (substring-no-properties shown))))
    (aims-see :hover (aims-wait "hover" (lambda () text))))

  (save-window-excursion
    (aims-goto (aims-get :definition))
    (call-interactively #'xref-find-definitions)
    (aims-see :definition
              (append (list :file (buffer-file-name)) (aims-place (point)))))
  (switch-to-buffer (find-buffer-visiting (aims-get :file)))

  (aims-goto (aims-get :completion))
  (let* ((found (eglot-completion-at-point))
         (table (nth 2 found)))
    (aims-see :completion (vconcat (mapcar #'substring-no-properties (all-completions "" table)))))

  ;; The menu of actions, and the user's choice in it.
  (aims-goto (aims-get :action))
  (let ((before (buffer-string))
        ;; Chosen by key and not by mouse, which would open a menu.
        (last-nonmenu-event ?a))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt table &rest _)
                 (aims-see :actions (vconcat (all-completions "" table)))
                 (aims-get :action :title))))
      (call-interactively #'eglot-code-actions))
    (aims-wait "edit by the action" (lambda () (not (equal before (buffer-string))))))
  (aims-see :text (buffer-string))
  ;; Eglot sends changes when Emacs is idle, which it never is in batch mode.
  (eglot--signal-textDocument/didChange)
  (aims-wait "the finding to go"
             (lambda ()
               (cl-notany (lambda (each) (equal (flymake-diagnostic-text each) (aims-get :action :message)))
                          (flymake-diagnostics)))))

(condition-case why
    (aims-run)
  (error (aims-see :failed (error-message-string why))))
(aims-finish)

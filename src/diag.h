/* Diagnostics: every message of the program, collected, counted, printed. */
#ifndef ISMSDOC_DIAG_H
#define ISMSDOC_DIAG_H

#include <stddef.h>
#include <stdio.h>

/*
 * Functions that can fail add a message here, at the place that knows file,
 * line and column, and return -1 or NULL.  Messages are kept and printed
 * together by main.c, so that one run reports everything that is wrong.
 * A code is a stable word; each stands in ismsdoc.1 and in at least one
 * expected file of the tests.
 */

enum diag_exit {		/* exit statuses of the program */
	EXIT_CLEAN = 0,
	EXIT_FINDINGS = 1,	/* findings at the asked level, differences */
	EXIT_USAGE = 2,		/* the command line is wrong */
	EXIT_INPUT = 3,		/* input unusable: nothing was written */
	EXIT_SYSTEM = 4		/* the system refused: memory, disk, rights */
};

enum diag_level {
	DIAG_INFO,
	DIAG_WARNING,
	DIAG_ERROR,	/* input unusable */
	DIAG_FATAL	/* system error; printed as "error" */
};

/* X(NAME, level, "code-word", "what it means, for the manual") */
#define DIAG_CODES(X) \
	X(USAGE, ERROR, "usage", "the command line is wrong") \
	X(SYSTEM, FATAL, "system", "the system refused a file, memory or " \
	    "a process") \
	X(NO_FOLDER, ERROR, "no-folder", "no isms.yaml here or above") \
	X(NO_DATA, FATAL, "no-data", "the shipped templates, catalogues or " \
	    "stylesheets were not found") \
	X(FILE_MISSING, ERROR, "file-missing", "a file that is needed or " \
	    "named is not there") \
	X(FILE_KIND, ERROR, "file-kind", "not a regular file, or a link " \
	    "that leaves the folder") \
	X(FILE_SIZE, ERROR, "file-size", "a file is larger than allowed") \
	X(UTF8, ERROR, "utf8", "a file is not UTF-8") \
	X(CONTROL_CHARACTER, ERROR, "control-character", "a character that " \
	    "XML cannot hold, or one reserved for the program") \
	X(TOO_MANY, ERROR, "too-many", "so many messages that the rest is " \
	    "left out") \
	X(YAML_SYNTAX, ERROR, "yaml-syntax", "YAML that cannot be read") \
	X(YAML_FORM, ERROR, "yaml-form", "YAML outside the subset read " \
	    "here: aliases, tags, several documents, depth") \
	X(FRONT_MATTER, ERROR, "front-matter", "front matter is missing or " \
	    "not closed") \
	X(KEY_UNKNOWN, ERROR, "key-unknown", "a key that is not known here") \
	X(KEY_DUPLICATE, ERROR, "key-duplicate", "a key that stands twice") \
	X(KEY_MISSING, ERROR, "key-missing", "a key that must be there") \
	X(VALUE_KIND, ERROR, "value-kind", "a text where a list is wanted, " \
	    "and the like") \
	X(VALUE, ERROR, "value", "a value that is not allowed here") \
	X(MD_LIMIT, ERROR, "markdown-limit", "Markdown beyond a limit") \
	X(HEADING_LEVEL, WARNING, "heading-level", "a heading level was " \
	    "skipped and has been closed up") \
	X(RAW_HTML, WARNING, "raw-html", "raw HTML is shown as its text") \
	X(LINK_SCHEME, WARNING, "link-scheme", "a link whose scheme is not " \
	    "allowed is printed without a link") \
	X(TABLE_SIZE, ERROR, "table-size", "a table of more than 64 columns") \
	X(RULE_ID, ERROR, "rule-id", "a rule id stands twice") \
	X(TPL_SYNTAX, ERROR, "template-syntax", "a directive that cannot be " \
	    "read") \
	X(TPL_PLACE, ERROR, "template-place", "a directive or condition " \
	    "where it cannot stand") \
	X(TPL_UNCLOSED, ERROR, "template-unclosed", "a condition without " \
	    "its end, or an end without its beginning") \
	X(VARIABLE, ERROR, "variable-unknown", "a variable without a value") \
	X(VARIABLE_UNUSED, WARNING, "variable-unused", "a variable of " \
	    "isms.yaml that nothing has, but is nearly one of a template") \
	X(INCLUDE, ERROR, "include", "a module that cannot be included") \
	X(DIRECTIVE, ERROR, "directive-args", "a directive with wrong " \
	    "arguments") \
	X(CONTROL_UNKNOWN, ERROR, "control-unknown", "no catalogue has this " \
	    "control") \
	X(DOCUMENT_UNKNOWN, ERROR, "document-unknown", "no document has " \
	    "this id") \
	X(RULE_UNKNOWN, ERROR, "rule-unknown", "no document has this rule") \
	X(ROLE_UNKNOWN, ERROR, "role-unknown", "a role that isms.yaml does " \
	    "not name") \
	X(SITE_UNKNOWN, ERROR, "site-unknown", "a site that isms.yaml does " \
	    "not name") \
	X(ROW_UNKNOWN, ERROR, "row-unknown", "no register has this id") \
	X(REGISTER_UNKNOWN, ERROR, "register-unknown", "no such register") \
	X(NO_MATCH, ERROR, "no-match", "a pattern that no answer and no " \
	    "document matches") \
	X(NOT_BUILT, WARNING, "not-built", "a reference to something that " \
	    "this build does not make") \
	X(ANSWER_TWICE, ERROR, "answer-twice", "a control is answered twice") \
	X(ANSWER_FORM, ERROR, "answer-form", "an answer that contradicts " \
	    "itself") \
	X(DOCUMENT_ID, ERROR, "document-id", "a document id that is not a " \
	    "token or stands twice") \
	X(VERSION, ERROR, "version", "a version that is not a number, or " \
	    "lower than an approved one") \
	X(FROZEN, ERROR, "frozen-text", "a file below approved/ that cannot " \
	    "be used") \
	X(RECORD, ERROR, "record", "a record that cannot be signed off") \
	X(APPROVER, WARNING, "approver", "an approval by another role than " \
	    "the document names") \
	X(SUPERSESSION, WARNING, "supersession", "a document supersedes " \
	    "another, and only one of the two says so") \
	X(RETIRED_CITED, WARNING, "retired-cited", "a reference to a " \
	    "document that is retired") \
	X(OVERRIDE_OLD, WARNING, "template-changed", "the shipped original " \
	    "of an override has changed") \
	X(CSV_SYNTAX, ERROR, "csv-syntax", "a register that is not RFC 4180") \
	X(CSV_HEADER, ERROR, "csv-header", "a register whose header is " \
	    "missing, lacks a column or names one twice") \
	X(COLUMN_UNKNOWN, WARNING, "column-unknown", "a column that is " \
	    "nearly one that the register has") \
	X(CELL_MISSING, ERROR, "cell-missing", "an empty cell that every " \
	    "row of the register must fill") \
	X(CSV_ROW, ERROR, "csv-row", "a row with more cells than the header") \
	X(ID_TWICE, ERROR, "id-twice", "an id stands twice in a register") \
	X(IMAGE, ERROR, "image", "an image that is missing, outside the " \
	    "folder, or of a kind not allowed") \
	X(LINK_TARGET, WARNING, "link-target", "a relative link that leads " \
	    "nowhere is printed without a link") \
	X(EVIDENCE_MISSING, WARNING, "evidence-missing", "an evidence file " \
	    "that is not there") \
	X(EVIDENCE_CHANGED, WARNING, "evidence-changed", "an evidence file " \
	    "that has changed, but neither in size nor in time") \
	X(ANSWER_UNUSED, WARNING, "answer-unused", "an answer, or a key of " \
	    "one, that has no meaning here and is passed over") \
	X(HISTORY, WARNING, "history", "the history of the folder cannot " \
	    "be read, or not all of it") \
	X(XML_SYNTAX, ERROR, "xml-syntax", "XML that is not well-formed") \
	X(XML_DOCTYPE, ERROR, "xml-doctype", "a DOCTYPE, which is refused") \
	X(XML_LIMIT, ERROR, "xml-limit", "XML nested too deeply or too " \
	    "large") \
	X(OSCAL_ROOT, ERROR, "oscal-root", "not an OSCAL catalogue or " \
	    "profile") \
	X(OSCAL_SCHEMA, WARNING, "oscal-schema", "OSCAL that its schema " \
	    "does not allow") \
	X(OSCAL_ID, ERROR, "oscal-id", "a control without an id, or an id " \
	    "that stands twice") \
	X(OSCAL_DEMAND, ERROR, "oscal-demand", "a shipped catalogue lacks a " \
	    "label, a sort-id, or the target of a link or insert") \
	X(OSCAL_DUPLICATE, WARNING, "oscal-duplicate", "an id that stands " \
	    "twice, of something that is not a control") \
	X(OSCAL_PARAM, WARNING, "oscal-param", "an insert whose parameter " \
	    "is not there") \
	X(PROFILE_IMPORT, ERROR, "profile-import", "an import that leads " \
	    "nowhere, in a circle or too far") \
	X(PROFILE_MERGE, ERROR, "profile-merge", "imports cannot be put " \
	    "together as a profile asks") \
	X(PROFILE_TWICE, WARNING, "profile-twice", "a profile brings a " \
	    "control twice") \
	X(PROFILE_IDLE, WARNING, "profile-idle", "a directive of a profile " \
	    "that has no effect") \
	X(PROFILE_OVERLAP, WARNING, "profile-overlap", "two profiles alter " \
	    "one control") \
	X(PARAMETER_UNKNOWN, ERROR, "parameter-unknown", "isms.yaml sets a " \
	    "parameter that no catalogue has") \
	X(CATALOG_NAME, ERROR, "catalog-name", "a catalogue name that is " \
	    "unknown, reserved or stands twice") \
	X(XSLT_COMPILE, ERROR, "xslt-compile", "a stylesheet that cannot be " \
	    "compiled") \
	X(XSLT_RUN, ERROR, "xslt-run", "a stylesheet that failed") \
	X(XSLT_MESSAGE, WARNING, "xslt-message", "what a stylesheet said") \
	X(XSLT_FORBIDDEN, ERROR, "xslt-forbidden", "a stylesheet reached " \
	    "for the file system or the network") \
	X(RULE, ERROR, "rule", "what a stylesheet reports under a code of " \
	    "its own") \
	X(RESULT, ERROR, "result", "a stylesheet's result that cannot be " \
	    "used") \
	X(RESULT_LINK, WARNING, "result-link", "a link in the output that " \
	    "leads nowhere") \
	X(IMPORT, ERROR, "import", "a row that cannot be taken in") \
	X(XLSX_SYNTAX, ERROR, "xlsx-syntax", "a workbook that cannot be " \
	    "read, or lacks the sheet") \
	X(XLSX_LIMIT, ERROR, "xlsx-limit", "a workbook beyond a limit") \
	X(SHEET_CUT, WARNING, "sheet-cut", "a cell or table is longer than " \
	    "a spreadsheet holds, and is cut there") \
	X(SHEET_LEFT, WARNING, "sheet-left", "a cell of an owner sheet that " \
	    "was not taken") \
	X(OUT_FOREIGN, ERROR, "out-foreign", "the output folder holds files " \
	    "that are not ours") \
	X(OUT_LOCKED, FATAL, "out-locked", "another ismsdoc writes there") \
	X(OUT_EXCHANGE, WARNING, "out-exchange", "the output could not be " \
	    "swapped in one step") \
	X(OUT_LEFT, WARNING, "out-left", "the previous output could not be " \
	    "removed")

enum diag_code {
#define X(name, level, word, text) DIAG_##name,
	DIAG_CODES(X)
#undef X
	DIAG_NCODES
};

/* Where a message points. */
struct place {
	const char	*path;	/* borrowed; relative to the organisation's */
				/* folder, or "ismsdoc:...", or NULL */
	int		 line;	/* from 1; 0: unknown */
	int		 col;	/* in characters from 1; 0: unknown */
};

/* By path (unknown ones last), line and column: < 0, 0, > 0. */
int	 place_compare(const struct place *a, const struct place *b);

struct diag_msg {
	enum diag_code	 code;
	char		*word;	/* a stylesheet's own code, or NULL */
	enum diag_level	 level;
	char		*path;	/* NULL: without a place */
	int		 line;
	int		 col;
	char		*text;
};

struct diag {
	struct diag_msg	*msgs;
	size_t		 n;
	size_t		 nerrors;	/* DIAG_ERROR */
	size_t		 nfatal;	/* DIAG_FATAL */
};

/*
 * Add a message of CODE.  PLACE may be NULL.  The text follows STYLE: lower
 * case, no full stop, the failed act first, subjects in quotes, and after a
 * semicolon what to do.  Line feeds in it become blanks.  The same message
 * at the same place is kept once.  Returns -1 always, so that "return
 * diag_add(...)" reads well.
 */
int	 diag_add(struct diag *d, enum diag_code code,
	    const struct place *place, const char *fmt, ...)
	    __attribute__((format(printf, 4, 5)));

/*
 * Add a message with a code WORD of a stylesheet; LEVEL as it says.
 */
void	 diag_add_word(struct diag *d, enum diag_level level,
	    const char *word, const struct place *place, const char *text);

/*
 * From message FIRST on, keep those for which KEEP answers 1.  It may lower
 * the level of what it is given, a warning or info, and raise it no further
 * than to a warning.
 */
void	 diag_filter(struct diag *d, size_t first,
	    int (*keep)(void *arg, struct diag_msg *msg), void *arg);

/* The level that WORD names, and the code, DIAG_NCODES where none has it. */
enum diag_level	 diag_level_of(const char *word);
enum diag_code	 diag_code_of(const char *word);

/* Move all messages of FROM to the end of D; FROM is empty after it. */
void	 diag_merge(struct diag *d, struct diag *from);

/* The code's word of MSG, a stylesheet's or ours; borrowed. */
const char	*diag_msg_word(const struct diag_msg *msg);

/* The stable word, the manual's text and the level of CODE. */
const char	*diag_word(enum diag_code code);
const char	*diag_meaning(enum diag_code code);
enum diag_level	 diag_level(enum diag_code code);

/* "info", "warning" or "error". */
const char	*diag_level_word(enum diag_level level);

/* Exit status that the messages ask for: clean, input or system. */
enum diag_exit	 diag_status(const struct diag *d);

/*
 * Where printing finds a source line for the caret: gives the file name of
 * PATH as the user would open it, in new memory, or NULL.
 */
struct diag_view {
	char		*(*locate)(const void *arg, const char *path);
	const void	*arg;
	int		 color;		/* escape sequences wanted */
	int		 source;	/* source line and caret wanted */
	enum diag_level	 least;		/* lower levels are left out */
};

/*
 * Print every message of at least VIEW's level, from FIRST on, by file, line
 * and column; those without a place at the end.
 */
void	 diag_print(const struct diag *d, size_t first, FILE *out,
	    const struct diag_view *view);

void	 diag_release(struct diag *d);

#endif

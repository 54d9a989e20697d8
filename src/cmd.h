/* Commands: one table, what each needs, and what they share. */
#ifndef ISMSDOC_CMD_H
#define ISMSDOC_CMD_H

#include "diag.h"
#include "dossier.h"
#include "path.h"
#include "run.h"
#include "styles.h"

/* What the command line says before and besides the command's own options. */
struct call {
	const char	*command;	/* its name, or NULL */
	char		**argv;		/* what getopt_long is reading */
	const char	*dir;		/* -C, or NULL */
	const char	*today;		/* YYYY-MM-DD, always set */
	int		 quiet;
	int		 verbose;
	int		 as_written;	/* read no approved texts */
	const char	*view;		/* --view, or NULL: the whole */
	struct digests	*digests;	/* of files; NULL: as the last build */
					/* into out keeps them */
	struct roots	 roots;
	struct diag	 d;
	size_t		 printed;	/* messages already on stderr */
	char		 today_text[16];
};

enum {
	CMD_DATA = 1 << 0	/* needs the shipped files */
};

struct cmd {
	const char	*name;
	int		 (*fn)(struct call *call, int argc, char **argv);
	unsigned	 flags;
	const char	*synopsis;	/* after "ismsdoc NAME" */
	const char	*summary;
	const char	*options;	/* lines of help, or NULL */
};

/* Ended by an entry without a name. */
extern const struct cmd cmds[];

int	 cmd_init(struct call *call, int argc, char **argv);
int	 cmd_build(struct call *call, int argc, char **argv);
int	 cmd_approve(struct call *call, int argc, char **argv);
int	 cmd_catalog(struct call *call, int argc, char **argv);
int	 cmd_check(struct call *call, int argc, char **argv);
int	 cmd_dossier(struct call *call, int argc, char **argv);
int	 cmd_register(struct call *call, int argc, char **argv);
int	 cmd_review(struct call *call, int argc, char **argv);
int	 cmd_template(struct call *call, int argc, char **argv);
int	 cmd_status(struct call *call, int argc, char **argv);
int	 cmd_import(struct call *call, int argc, char **argv);
int	 cmd_help(struct call *call, int argc, char **argv);
int	 cmd_resolve(struct call *call, int argc, char **argv);

/* The command NAME, or NULL with a suggestion in a message. */
const struct cmd	*cmd_find(struct call *call, const char *name);

/* "usage: ismsdoc ..." for CMD, or for all where it is NULL. */
void	 cmd_usage(FILE *out, const struct cmd *cmd);

/* A mistake on the command line: a message; returns EXIT_USAGE. */
int	 cmd_mistake(struct call *call, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/*
 * Options every command takes: -C, --today, -q, -v, -h.  A command's own loop
 * passes what it does not know here.  0; or -1 with a message.
 */
#define CMD_SHORT ":C:qvh"
#define CMD_LONG \
	{ "today", required_argument, NULL, 'T' }, \
	{ "quiet", no_argument, NULL, 'q' }, \
	{ "verbose", no_argument, NULL, 'v' }, \
	{ "help", no_argument, NULL, 'h' }
int	 cmd_option(struct call *call, int option, const char *arg);

/*
 * Take the view that --view names.  0; or EXIT_USAGE with a message.
 */
int	 cmd_view(struct call *call, const char *arg);

/*
 * Open the organisation's folder: -C, else the first of the *ARGC operands
 * *ARGV where it is a folder (it is taken off), else the one with isms.yaml
 * at or above the current folder.  0, or -1 with a message.
 */
int	 cmd_folder(struct call *call, int *argc, char ***argv);

/*
 * The root that FILE, named on the command line, is read in with what it
 * refers to: DIR, or where that is NULL the folder with isms.yaml at or above
 * FILE, else the current folder where FILE lies in that, else all there is,
 * so that a profile finds what lies beside or above it.  It becomes that of
 * CALL, which messages are about; its data stay.  PATH gets the source path
 * in new memory.  0, or -1 with a message.
 */
int	 cmd_file(struct call *call, const char *file, const char *dir,
	    char **path);

/*
 * Is a folder named, by -C or as the first of ARGC operands ARGV, or is there
 * one at or above the current folder?
 */
int	 cmd_has_folder(const struct call *call, int argc, char **argv);

/* Is DIR a folder with isms.yaml? */
int	 cmd_is_organisation(const char *dir);

/* Where the shipped files are; new memory, or NULL with a message. */
char	*cmd_data(struct call *call, const char *argv0);

/* No operands may be left. */
int	 cmd_no_operands(struct call *call, int argc, char **argv);

/* Print what has been collected since the last time. */
void	 cmd_print(struct call *call);

/* May OUT have colours: a terminal, and NO_COLOR is not set? */
int	 cmd_color(FILE *out);

/* Everything up to a dossier with findings. */
struct reading_run {
	struct styles	 styles;
	struct declared	 declared;
	struct dossier	 dossier;
	xmlDocPtr	 reports;	/* what composing would report; */
					/* NULL: nobody knows */
};

/*
 * Compile what is WANTED (STYLES_...), and read the folder meanwhile; settle
 * the approval of what is made from data; with STYLES_REPORTS, where no layer
 * composes, see what composing would report; leave in the dossier what the
 * view may read; and with STYLES_RULES, where no view was asked for, run the
 * rules and add their findings to the dossier.
 * NTHREADS: at most so many threads, 0 one per processor.  0, or -1 with
 * messages.
 */
int	 cmd_read(struct call *call, struct reading_run *run,
	    unsigned wanted, unsigned nthreads);

/* Where a build into OUT keeps the digests of files; new memory. */
char	*cmd_digests(const char *out);

/*
 * Free what nothing after composing needs.  Was that so much that memory
 * counts more than time (dossier_is_huge)?
 */
int	 cmd_read_shrink(struct reading_run *run);
void	 cmd_read_release(struct reading_run *run);

#endif

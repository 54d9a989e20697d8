/* Paths and reading files: what may be opened, and how it is named. */
#ifndef ISMSDOC_PATH_H
#define ISMSDOC_PATH_H

#include <stddef.h>

#include "buf.h"
#include "diag.h"
#include "mem.h"

/*
 * A source path is how messages, i:src and the dossier name a file: relative
 * to the organisation's folder ("answers/own/ORG-01.md"), or "ismsdoc:" and
 * a path relative to the shipped data ("ismsdoc:templates/backup-policy.md").
 * It never begins with "/" and never holds an empty, "." or ".." part.
 */
struct roots {
	char	*org;	/* the organisation's folder as the user named it; */
			/* NULL: none */
	char	*data;	/* folder of templates, catalog and stylesheets */
	char	*org_real;	/* both after realpath(); set by path_roots */
	char	*data_real;
	int	 org_fd;	/* both open, where their _real is set */
	int	 data_fd;
};

#define PATH_SHIPPED "ismsdoc:"

enum {
	PATH_TEXT_MAX = 1 << 20,	/* Markdown, YAML: 1 MiB */
	PATH_DATA_MAX = 64 << 20	/* XML, CSV: 64 MiB */
};

/*
 * Resolve the two folders.  ORG may be NULL.  Returns 0, or -1 with a
 * message where a folder is not there.  Both names are copied.
 */
int	 path_roots(struct roots *roots, const char *org, const char *data,
	    struct diag *d);
void	 path_roots_release(struct roots *roots);

/* DIR and NAME with one "/" between; NAME alone where DIR is "" or ".". */
char	*path_join(const char *dir, const char *name);

/* Everything before the last "/", "" where there is none; new memory. */
char	*path_dir(const char *path);

/* What follows the last "/"; borrowed. */
const char	*path_base(const char *path);

/* The base name without its last suffix; new memory. */
char	*path_stem(const char *path);

/* Does NAME end in SUFFIX (".md")? */
int	 path_has_suffix(const char *name, const char *suffix);

/*
 * HREF, a relative reference of the file at the source path FROM, as a
 * source path: "." and ".." are resolved.  NULL where it is absolute or
 * leaves the folder.  New memory.
 */
char	*path_resolve(const char *from, const char *href);

/* Is PATH a well-formed source path? */
int	 path_is_source(const char *path);

/* The file name to open for a source path; new memory, NULL if malformed. */
char	*path_real(const struct roots *roots, const char *path);

/* path_real for diag_view.locate: ARG is a struct roots. */
char	*path_locate(const void *arg, const char *path);

/*
 * Read the file at the source path PATH whole, into OUT (which is cleared).
 * Only a regular file of at most MAX bytes, opened without blocking, whose
 * real place is inside its root.  Returns 0; or -1 with a message, put at
 * WHERE if that is not NULL, else at the file.
 */
int	 path_read(const struct roots *roots, const char *path, size_t max,
	    struct buf *out, const struct place *where, struct diag *d);

/* As path_read, and the content must be UTF-8; a BOM is taken off. */
int	 path_read_text(const struct roots *roots, const char *path,
	    size_t max, struct buf *out, const struct place *where,
	    struct diag *d);

/*
 * Is there a regular file inside its root at PATH?  1 or 0, no message.
 */
int	 path_exists(const struct roots *roots, const char *path);

/*
 * Add to FILES the source paths of the regular files whose name ends in
 * SUFFIX ("" for all) in the folder DIR, and below it
 * where RECURSE is set, in byte order.  Names that begin with "." or end in
 * "~", and README.md, are passed over.  A folder that is not there gives
 * nothing.  Returns 0, or -1 with messages: files of another kind, links that
 * leave the root or lead in circles, names that are not UTF-8, folders more
 * than 16 deep.
 */
int	 path_list(const struct roots *roots, const char *dir,
	    const char *suffix, int recurse, struct strs *files,
	    struct diag *d);

/* Does TEXT match the glob PATTERN ("*" any run, "?" one byte)? Linear. */
int	 path_glob(const char *pattern, const char *text);

#endif

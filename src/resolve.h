/* Profile resolution from within: what its steps share. */
#ifndef ISMSDOC_RESOLVE_H
#define ISMSDOC_RESOLVE_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "diag.h"
#include "profile.h"
#include "sha.h"
#include "urlmap.h"

/*
 * A run resolves one profile and those that it imports; each of them is a
 * job.  Its steps, in their order, and who does them:
 *
 *   import	read what is imported, nested profiles first	profile_import
 *   select	keep the controls that an import chooses	profile_select
 *   combine	controls that several imports bring		profile_merge
 *   structure	flat, as it was, or ...				profile_merge
 *		... as the profile says				profile_custom
 *   modify	set parameters ...				profile_param
 *		... remove from controls and add to them	profile_modify
 *   finish	metadata, back matter ...			profile_meta
 *		... pruning and order				profile_finish
 *
 * An imported document is taken apart: what is chosen moves to the result.
 * Names of all documents of a run are in one dictionary, so that nodes may
 * move.  The profile itself is only read, and copied from.
 */

struct origin;

/*
 * Every control, group, loose parameter and resource of an imported document,
 * and whatever was added, has a struct origin (oscal.h).
 */

struct run {
	const struct roots	*roots;
	struct diag		*d;
	struct profile		*out;
	xmlDictPtr		 dict;
	struct sha		*sha;		/* over all that was read */
	struct urlmap		*urls;		/* NULL: not read yet */
	int			 lacks_urls;	/* it cannot be read */
	size_t			 nfiles;	/* imports tried */
	size_t			 nbytes;	/* read */
	size_t			 work;		/* done; see run_work */
	int			 spent;		/* too much: said once */
	int			 bad;		/* an error was reported */
	char			*modified;	/* latest last-modified */
	char			*version;	/* latest oscal-version */
};

/* One import of a profile. */
struct import {
	const xmlNode	*node;		/* in the profile */
	xmlDocPtr	 doc;		/* owned */
	xmlNodePtr	 root;		/* its <catalog> */
};

struct job {
	struct run		*run;
	const struct job	*outer;		/* that imports this; or NULL */
	const char		*path;		/* of the profile */
	const char		*url;		/* that it was mapped from; */
						/* or NULL */
	xmlNodePtr		 profile;	/* its root element */
	struct origin		*origin;	/* of what is copied from it */
	int			 depth;		/* of imports, from 0 */
	struct import		*imports;
	size_t			 n;
	xmlDocPtr		 doc;		/* the result; owned */
	xmlNodePtr		 catalog;	/* its root */
	xmlNsPtr		 ns;		/* OSCAL's, in the result */
};

enum {
	RUN_DEPTH_MAX = 16,		/* profiles inside profiles */
	RUN_IMPORTS_MAX = 100,		/* in all profiles together */
	RUN_BYTES_MAX = PATH_DATA_MAX,	/* of all files together */
	RUN_WORK_MAX = 100 << 20,	/* steps */
	RUN_NODE_WORK = 64		/* steps that a copied node counts */
};

/* Where NODE of the job's profile stands. */
struct place	 job_place(const struct job *job, const xmlNode *node);

/* A message of CODE at NODE of the profile; an error sets run->bad. */
void	 job_say(struct job *job, enum diag_code code, const xmlNode *node,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/*
 * Count N steps of work that grows faster than what was read.  0 where it
 * has become too much, which is said at NODE once.
 */
int	 job_work(struct job *job, const xmlNode *node, size_t n);

/* Move NODE to the end of PARENT, in the result. */
void	 job_move(struct job *job, xmlNodePtr node, xmlNodePtr parent);

/*
 * Copy NODE to the end of PARENT, in the result (NULL: to nowhere yet).
 * What has no origin of its own gets ORIGIN.  WITHOUT: children of this name
 * are left out (NULL: none).  NULL where it became too much.
 */
xmlNodePtr	 job_copy(struct job *job, const xmlNode *node,
		    xmlNodePtr parent, struct origin *origin,
		    const char *without);

/* A table for the ids of about N nodes: libxml2's hardly grow. */
xmlHashTablePtr	 job_table(size_t n);

/* A child or sibling that is OSCAL's element NAME, to be changed. */
xmlNodePtr	 job_first(xmlNodePtr parent, const char *name);
xmlNodePtr	 job_next(xmlNodePtr node, const char *name);

/* Has NODE a prop "keep" with the value "always"? */
int	 job_keeps(const xmlNode *node);

/* Take CONTROL out; controls in it that stay take its place. */
void	 job_drop_control(xmlNodePtr control);

/*
 * Read what JOB's profile imports.  The result of a nested profile is what
 * it imports.  Where an import fails, the others are still tried.
 */
void	 import_all(struct job *job);

/* Count TEXT, a file at PATH whose root is ROOT, among what was read. */
void	 import_note(struct run *run, const char *path,
	    const struct buf *text, const xmlNode *root);

/* The result of the profile DOC at PATH (owned by the caller), or NULL. */
xmlDocPtr	 job_resolve(struct run *run, const struct job *outer,
		    xmlDocPtr doc, const char *path, const char *url);

/* A new origin in RUN. */
struct origin	*run_origin(struct run *run, const char *path, int group);

/*
 * What an import or an insert-controls chooses.  A control is chosen if an
 * inclusion names it and no exclusion does.
 */
struct select;

struct select	*select_new(struct job *job, const xmlNode *directive);

/* Whether a control's ancestors were named "with child controls". */
struct select_state {
	int	 in;
	int	 out;
};

/*
 * Is CONTROL chosen?  STATE is its parent's, and becomes the one for the
 * controls in it.
 */
int	 select_takes(struct select *select, const xmlNode *control,
	    struct select_state *state);

/* Warn of what has matched nothing, and free SELECT. */
void	 select_end(struct select *select);

/* Remove from IMPORT what it does not choose. */
void	 select_controls(struct job *job, struct import *import);

/* Check the directives of <merge>, before anything is imported. */
void	 merge_check(struct job *job);

/* Combine and structure: from the imports to the result. */
void	 merge_all(struct job *job);
void	 merge_loose(struct job *job);	/* parameters that are left */
void	 merge_custom(struct job *job, const xmlNode *custom);

/*
 * The parameters, parts and controls of the result, by id.  With "keep" one
 * id may be several nodes'.
 */
struct ids;
struct id_nodes {
	xmlNodePtr	*v;
	size_t		 n;
};

struct ids	*ids_new(struct job *job);
void		 ids_free(struct ids *ids);
/* Those with ID, in their order; NULL: none. */
const struct id_nodes	*ids_get(const struct ids *ids, const char *id);

/* <modify>: its parameters, and all of it. */
void	 modify_params(struct job *job, const struct ids *ids,
	    const xmlNode *modify);
void	 modify_all(struct job *job);

/* Metadata of the result. */
void	 meta_make(struct job *job);
/* The digest of all that was read becomes the result's uuid. */
void	 meta_uuid(struct run *run, xmlNodePtr catalog);
/* Keep the later one of two instants, and of two versions, in *LATEST. */
void	 meta_later(char **latest, const xmlNode *metadata,
	    const char *element);

/* Back matter, pruning and the order of everything. */
void	 finish_all(struct job *job);

#endif

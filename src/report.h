/* Reports: findings and faults for programs: JSON, SARIF, JUnit. */
#ifndef ISMSDOC_REPORT_H
#define ISMSDOC_REPORT_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"

/*
 * What one run of check has to say, in the order of places.  Where the input
 * is unusable the items are its faults and warnings, else findings.  Paths
 * are source paths (path.h), so that a report is the same wherever the
 * folder lies.
 */

struct report_item {
	const char	*code;		/* borrowed */
	char		*text;
	char		*path;		/* source path, or NULL */
	int		 line;		/* from 1; 0: unknown */
	int		 col;
	enum diag_level	 level;
	int		 dates;		/* the calendar made it */
	const xmlNode	*rule;		/* i:rule; NULL: undeclared, a fault */
};

struct report {
	xmlDocPtr		 dossier;	/* borrowed; may be NULL */
	const struct diag	*faults;	/* borrowed; or NULL */
	struct report_item	*items;
	size_t			 n;
	enum diag_level		 level;		/* fails from here on */
	int			 only_dates;
	int			 status;	/* exit status of the run */
	const char		*generator;	/* "ismsdoc 0.1.0" */
};

/* Take up the findings of DOSSIER, those of the calendar alone if asked. */
void	 report_findings(struct report *report, xmlDocPtr dossier);

/* In their place, the messages of D: what makes the input unusable. */
void	 report_faults(struct report *report, xmlDocPtr dossier,
	    const struct diag *d);
void	 report_release(struct report *report);

/* How many items are at LEVEL, or at least that where ATLEAST is set. */
size_t	 report_count(const struct report *report, enum diag_level level,
	    int atleast);

/* The path of ITEM without the mark of shipped files; *SHIPPED: is it one? */
const char	*report_path(const struct report_item *item, int *shipped);

/* Append the whole report to OUT. */
void	 report_json(const struct report *report, struct buf *out);
void	 report_sarif(const struct report *report, struct buf *out);
void	 report_junit(const struct report *report, struct buf *out);

/* The rules of DOSSIER, as lines or as JSON. */
void	 report_rules(xmlDocPtr dossier, struct buf *out);
void	 report_rules_json(xmlDocPtr dossier, struct buf *out);

#endif

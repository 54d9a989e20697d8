/* The risk method: what `risk:` of isms.yaml declares, read and emitted. */
#ifndef ISMSDOC_RISK_H
#define ISMSDOC_RISK_H

#include <stddef.h>

#include <libxml/tree.h>

#include "amount.h"
#include "diag.h"
#include "yml.h"

/*
 * Reading checks everything: that a scale rises, that bands rise and cover
 * every level that the method can give, that the matrix has a level for each
 * pair.  What a risk's level is, is computed by common/risk.xsl.
 */
enum {
	RISK_LEVELS_MAX = 20,	/* of a scale */
	RISK_BANDS_MAX = 10,
	RISK_VALUE_MAX = 1000	/* of a level of a scale */
};

enum { RISK_LIKELIHOOD, RISK_IMPACT, RISK_NSCALES };

struct risk_level {
	int			 value;		/* what is computed with */
	const char		*word;		/* or NULL */
	const char		*meaning;	/* or NULL */
	struct amount	 up_to;		/* "": open */
};

struct risk_scale {
	struct risk_level	 levels[RISK_LEVELS_MAX];
	size_t			 n;		/* 0: not declared */
};

struct risk_band {
	const char		*name;
	struct amount	 up_to;		/* "": open, or in words */
	const struct yml	*accept;	/* risk-owner, or a role; */
						/* NULL: nobody may */
};

struct risk {
	const struct yml	*yml;		/* NULL: nothing declared */
	const char		*method;
	const char		*currency;	/* or NULL */
	struct risk_scale	 scales[RISK_NSCALES];
	struct risk_band	 bands[RISK_BANDS_MAX];
	size_t			 nbands;
	struct amount	 accept;	/* accept-up-to; "": none, or */
	const char		*accept_band;	/* the name of a band */
};

/* For workspace.c: the keys of the mapping. */
extern const struct yml_key	 risk_keys[];

/*
 * Read YML, the value of `risk:` (NULL: there is none), which RISK borrows.
 * Every fault is reported; returns 0 or -1.
 */
int	 risk_read(struct risk *risk, const struct yml *yml, struct diag *d);

/* Append i:risk-method to PARENT; the node, or NULL where nothing is. */
xmlNodePtr	 risk_emit(const struct risk *risk, xmlNodePtr parent);

#endif

/* The words that a catalogue has for the status and the role of an answer. */
#ifndef ISMSDOC_TERMS_H
#define ISMSDOC_TERMS_H

#include <libxml/tree.h>

/*
 * A catalogue may bring a scale of its own: props "scale" of ours right in
 * the i:catalog, each with a value, as class the state of ours that it counts
 * as, and as remarks its word.  Answers to its controls then say a value of
 * that scale as their status.  Without one the words of ours hold:
 * implemented, partial, planned, not-implemented.
 *
 * A control with props "role" of ours asks in which role it is answered.
 *
 * Every function takes an i:control that stands in the dossier, and nodes
 * are borrowed.
 */

/* What an answer may say, for the controls of one catalogue. */
struct terms {
	const xmlNode	*catalog;	/* whose these are; NULL: none yet */
	char		*scale;		/* "0|1|2": the scale's values, in */
					/* its order; NULL: words of ours */
	char		*roles;		/* "provider|customer|both"; NULL: */
					/* no control asks for one */
};

/*
 * Make TERMS, zeroed at first, those of CONTROL's catalogue.  Cheap where
 * they are already.
 */
void	 terms_take(struct terms *terms, const xmlNode *control);
void	 terms_release(struct terms *terms);

/* Does CONTROL ask for the role in which it is answered? */
int	 terms_asks_role(const xmlNode *control);

/*
 * The state of ours that STATUS, as an answer to CONTROL says it, counts as;
 * NULL where it is not on the scale.  Without a scale STATUS itself.
 */
const char	*terms_state(const xmlNode *control, const char *status);

/* Has CONTROL's catalogue a scale of its own? */
int	 terms_has_scale(const xmlNode *control);

/*
 * A number that is the smaller the worse STATUS is; TERMS_BEST where it is
 * NULL or unknown.
 */
enum { TERMS_BEST = 1 << 20 };
int	 terms_rank(const xmlNode *control, const char *status);

/* Is STATE one of our four states of a control? */
int	 terms_is_state(const char *state);

#endif

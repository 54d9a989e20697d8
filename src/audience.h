/* Audiences: who may read which parts of the dossier and which registers. */
#ifndef ISMSDOC_AUDIENCE_H
#define ISMSDOC_AUDIENCE_H

/* Each may read what those before it may. */
enum audience {
	AUDIENCE_PUBLIC,
	AUDIENCE_STAFF,
	AUDIENCE_MANAGEMENT,
	AUDIENCE_AUDITOR	/* and the team: the whole */
};

/* The audience that WORD names; what names none, or NULL, is for auditors. */
enum audience	 audience_of(const char *word);

/*
 * Who may read the element NAME, or the attribute where it begins with "@",
 * of the element PARENT, both in our namespace and without prefix.  What the
 * table does not have is for management.
 */
enum audience	 audience_of_part(const char *parent, const char *name);

/*
 * Are the parts of the element NAME in the table?  Those of others go or
 * stay with the whole element.
 */
int	 audience_has_parts(const char *name);

/* Who may read the register NAME. */
enum audience	 audience_of_register(const char *name);

#endif

/* Audiences: who may read which parts of the dossier and which registers. */
#include "audience.h"

#include <stddef.h>
#include <string.h>

/*
 * Elements and attributes that are open to more than management.  Whole
 * means: not even for management, only where no view was asked for.
 */
static const struct {
	const char	*parent;
	const char	*name;
	enum audience	 who;
} parts[] = {
	/* The frame.  The groups stay, empty or not. */
	{ "dossier", "@version", AUDIENCE_PUBLIC },
	{ "dossier", "@today", AUDIENCE_PUBLIC },
	{ "dossier", "@language", AUDIENCE_PUBLIC },
	{ "dossier", "@generator", AUDIENCE_PUBLIC },
	{ "dossier", "@view", AUDIENCE_PUBLIC },
	{ "dossier", "organisation", AUDIENCE_PUBLIC },
	{ "dossier", "scope", AUDIENCE_PUBLIC },
	{ "dossier", "sites", AUDIENCE_PUBLIC },
	{ "dossier", "roles", AUDIENCE_PUBLIC },
	{ "dossier", "settings", AUDIENCE_PUBLIC },
	{ "dossier", "catalogs", AUDIENCE_PUBLIC },
	{ "dossier", "answers", AUDIENCE_PUBLIC },
	{ "dossier", "relations", AUDIENCE_PUBLIC },
	{ "dossier", "registers", AUDIENCE_PUBLIC },
	{ "dossier", "documents", AUDIENCE_PUBLIC },
	{ "dossier", "assets", AUDIENCE_PUBLIC },
	/* Records are proof for the auditor; commits name every file. */
	{ "dossier", "records", AUDIENCE_AUDITOR },
	{ "dossier", "history", AUDIENCE_AUDITOR },
	/* Findings quote whatever they are about. */
	{ "dossier", "findings", AUDIENCE_AUDITOR },
	{ "dossier", "rules", AUDIENCE_AUDITOR },

	/* The statement stands on the certificate; the rest names others. */
	{ "scope", "statement", AUDIENCE_PUBLIC },
	{ "scope", "includes", AUDIENCE_STAFF },
	{ "scope", "excludes", AUDIENCE_STAFF },
	{ "scope", "interfaces", AUDIENCE_STAFF },
	{ "sites", "site", AUDIENCE_STAFF },

	/* A public document names roles, not people. */
	{ "roles", "role", AUDIENCE_PUBLIC },
	{ "role", "@id", AUDIENCE_PUBLIC },
	{ "role", "@title", AUDIENCE_PUBLIC },
	{ "role", "@declared", AUDIENCE_PUBLIC },
	{ "role", "@holder", AUDIENCE_STAFF },

	{ "settings", "@set", AUDIENCE_PUBLIC },
	{ "settings", "@classification", AUDIENCE_PUBLIC },
	{ "settings", "@document-review-months", AUDIENCE_PUBLIC },
	{ "settings", "@answer-review-months", AUDIENCE_STAFF },
	{ "settings", "view", AUDIENCE_AUDITOR },
	/* Whom else we work for. */
	{ "settings", "foreign-name", AUDIENCE_AUDITOR },

	/* Of catalogues, what a title and a label need. */
	{ "catalogs", "catalog", AUDIENCE_STAFF },
	{ "catalog", "@name", AUDIENCE_STAFF },
	{ "catalog", "@use", AUDIENCE_STAFF },
	{ "catalog", "@title", AUDIENCE_STAFF },
	{ "catalog", "@version", AUDIENCE_STAFF },
	{ "catalog", "@origin", AUDIENCE_STAFF },
	{ "catalog", "prop", AUDIENCE_STAFF },
	{ "catalog", "group", AUDIENCE_STAFF },
	{ "catalog", "control", AUDIENCE_STAFF },
	{ "group", "@id", AUDIENCE_STAFF },
	{ "group", "@label", AUDIENCE_STAFF },
	{ "group", "@class", AUDIENCE_STAFF },
	{ "group", "@title", AUDIENCE_STAFF },
	{ "group", "group", AUDIENCE_STAFF },
	{ "group", "control", AUDIENCE_STAFF },
	{ "control", "@ref", AUDIENCE_STAFF },
	{ "control", "@id", AUDIENCE_STAFF },
	{ "control", "@label", AUDIENCE_STAFF },
	{ "control", "@anchor", AUDIENCE_STAFF },
	{ "control", "@title", AUDIENCE_STAFF },
	{ "control", "@class", AUDIENCE_STAFF },
	{ "control", "@withdrawn", AUDIENCE_STAFF },
	{ "control", "control", AUDIENCE_STAFF },

	/* What is done, and who does it; of answers that view.c lets by. */
	{ "answers", "answer", AUDIENCE_STAFF },
	{ "answer", "@control", AUDIENCE_STAFF },
	{ "answer", "@decided", AUDIENCE_STAFF },
	{ "answer", "@applicable", AUDIENCE_STAFF },
	{ "answer", "@status", AUDIENCE_STAFF },
	{ "answer", "@owner", AUDIENCE_STAFF },
	{ "answer", "@reviewed-on", AUDIENCE_STAFF },
	{ "answer", "summary", AUDIENCE_STAFF },
	{ "answer", "site-part", AUDIENCE_STAFF },
	{ "site-part", "@name", AUDIENCE_STAFF },
	{ "site-part", "@at", AUDIENCE_STAFF },
	{ "site-part", "@status", AUDIENCE_STAFF },
	{ "site-part", "@owner", AUDIENCE_STAFF },
	{ "site-part", "insert", AUDIENCE_STAFF },

	/* Relations lead to risks, evidence and findings. */
	{ "relations", "relation", AUDIENCE_MANAGEMENT },
	{ "registers", "register", AUDIENCE_PUBLIC },	/* see below */

	/* Documents that view.c lets by: text and document control. */
	{ "documents", "document", AUDIENCE_PUBLIC },
	{ "documents", "not-built", AUDIENCE_AUDITOR },
	{ "document", "@id", AUDIENCE_PUBLIC },
	{ "document", "@title", AUDIENCE_PUBLIC },
	{ "document", "@type", AUDIENCE_PUBLIC },
	{ "document", "@origin", AUDIENCE_PUBLIC },
	{ "document", "@owner", AUDIENCE_PUBLIC },
	{ "document", "@approver", AUDIENCE_PUBLIC },
	{ "document", "@audience", AUDIENCE_PUBLIC },
	{ "document", "@classification", AUDIENCE_PUBLIC },
	{ "document", "@review-months", AUDIENCE_PUBLIC },
	{ "document", "@state", AUDIENCE_PUBLIC },
	{ "document", "implements", AUDIENCE_STAFF },
	{ "document", "distribution", AUDIENCE_STAFF },
	{ "document", "supersedes", AUDIENCE_STAFF },
	{ "document", "superseded-by", AUDIENCE_STAFF },
	{ "document", "version", AUDIENCE_PUBLIC },
	{ "document", "reviewed", AUDIENCE_PUBLIC },
	{ "document", "body", AUDIENCE_PUBLIC },
	{ "documents", "retired", AUDIENCE_STAFF },
	{ "retired", "@id", AUDIENCE_STAFF },
	{ "retired", "@title", AUDIENCE_STAFF },
	{ "retired", "@type", AUDIENCE_STAFF },
	{ "retired", "@audience", AUDIENCE_STAFF },
	{ "retired", "@retired-on", AUDIENCE_STAFF },
	{ "retired", "supersedes", AUDIENCE_STAFF },
	{ "retired", "superseded-by", AUDIENCE_STAFF },
	{ "retired", "version", AUDIENCE_STAFF },
	/* Where it was decided, and how, is in the minutes. */
	{ "version", "@version", AUDIENCE_PUBLIC },
	{ "version", "@approved-on", AUDIENCE_PUBLIC },
	{ "version", "@effective-on", AUDIENCE_PUBLIC },
	{ "version", "@current", AUDIENCE_PUBLIC },
	{ "version", "@change", AUDIENCE_PUBLIC },
	{ "version", "@role", AUDIENCE_PUBLIC },
	{ "version", "@person", AUDIENCE_STAFF },
	{ "version", "@summary", AUDIENCE_STAFF },
	{ "reviewed", "@on", AUDIENCE_PUBLIC },
	{ "reviewed", "@by", AUDIENCE_STAFF }
};

/*
 * Registers, with what speaks for it.  One that is not here, such as one of
 * the organisation's own, is for management.  None is public.
 */
static const struct {
	const char	*name;
	enum audience	 who;
} registers[] = {
	/* Staff need them to do as they should. */
	{ "contacts", AUDIENCE_STAFF },		/* whom to call */
	{ "external-documents", AUDIENCE_STAFF },	/* where they are */
	{ "objectives", AUDIENCE_STAFF },	/* 6.2 e: communicated */
	{ "retention", AUDIENCE_STAFF },	/* what to keep how long */
	/* What may go wrong, and where we are weak. */
	{ "assets", AUDIENCE_MANAGEMENT },
	{ "exceptions", AUDIENCE_MANAGEMENT },
	{ "incidents", AUDIENCE_MANAGEMENT },
	{ "issues", AUDIENCE_MANAGEMENT },
	{ "opportunities", AUDIENCE_MANAGEMENT },
	{ "risks", AUDIENCE_MANAGEMENT },
	{ "treatment", AUDIENCE_MANAGEMENT },
	/* What was found, is missing or late. */
	{ "audit-findings", AUDIENCE_MANAGEMENT },
	{ "audits", AUDIENCE_MANAGEMENT },
	{ "changes", AUDIENCE_MANAGEMENT },
	{ "management-reviews", AUDIENCE_MANAGEMENT },
	{ "measurements", AUDIENCE_MANAGEMENT },
	{ "measures", AUDIENCE_MANAGEMENT },
	{ "nonconformities", AUDIENCE_MANAGEMENT },
	{ "reviews", AUDIENCE_MANAGEMENT },
	/* Places of proof, minutes that decisions refer to. */
	{ "approvals", AUDIENCE_MANAGEMENT },
	{ "certificates", AUDIENCE_MANAGEMENT },
	{ "evidence", AUDIENCE_MANAGEMENT },
	/* Terms that others have agreed with us. */
	{ "interested-parties", AUDIENCE_MANAGEMENT },
	{ "legal", AUDIENCE_MANAGEMENT },
	{ "suppliers", AUDIENCE_MANAGEMENT },
	/* How single people did. */
	{ "acknowledgements", AUDIENCE_MANAGEMENT },
	{ "competence", AUDIENCE_MANAGEMENT },
	{ "training", AUDIENCE_MANAGEMENT }
};

enum audience
audience_of(const char *word)
{
	static const char *const words[] = {
		"public", "staff", "management", "auditor"
	};
	size_t i;

	for (i = 0; word != NULL && i < AUDIENCE_AUDITOR; i++)
		if (strcmp(words[i], word) == 0)
			return (enum audience)i;
	return AUDIENCE_AUDITOR;
}

enum audience
audience_of_part(const char *parent, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (strcmp(parts[i].name, name) == 0 &&
		    strcmp(parts[i].parent, parent) == 0)
			return parts[i].who;
	return AUDIENCE_MANAGEMENT;
}

int
audience_has_parts(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (strcmp(parts[i].parent, name) == 0)
			return 1;
	return 0;
}

enum audience
audience_of_register(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(registers) / sizeof(*registers); i++)
		if (strcmp(registers[i].name, name) == 0)
			return registers[i].who;
	return AUDIENCE_MANAGEMENT;
}

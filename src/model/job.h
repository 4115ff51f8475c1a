/*
 * What the steps of resolving one document share. Private to src/model/.
 */
#ifndef RW_MODEL_JOB_H
#define RW_MODEL_JOB_H

#include "base/map.h"
#include "model/resolve.h"
#include "model/words.h"

#define RW_PLACES 64 /* of one posting that are used together */

struct rw_job {
	struct rw_resolver *resolver;
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const struct rw_resolve_options *options;
	struct rw_diags *diags;
	struct rw_doc *doc;
	struct rw_node *root; /* of the document that is being made */
	const char *lang;
	const char *source_lang; /* that a posting is written in */
	const char *as;
	bool internal;
	struct rw_locale *locale;
	const struct rw_words *words;
	const struct rw_node *company; /* resolved chain, or NULL */
	struct rw_entry *company_entry;
	const struct rw_node *agency; /* that posts for it, or NULL */
	bool confidential;	      /* the public must not know the company */
	const struct rw_node *role_pay; /* the role's <pay>, or NULL */
	struct rw_map *values;		/* of placeholders */
	const char *page; /* path from the site's root; "" alone */
	const char *up;	  /* "../" for each folder of it */
	int status;	  /* -1 after an error */
};

/* place.c: <place ref> becomes the company's place; workplace in words. */
void rw_job_places(struct rw_job *job);

/* pay.c: range, text and source of the pay. */
void rw_job_pay(struct rw_job *job);

/* facts.c: the kinds of employment in words. */
void rw_job_employment(struct rw_job *job);

/* fill.c: placeholders become their values. */
void rw_job_fill(struct rw_job *job);

/* secrecy.c: a confidential posting that tells who the company is, is none. */
void rw_job_secrecy(struct rw_job *job);

/* facts.c: labels, values in words, formatted figures; then groups. */
void rw_job_facts(struct rw_job *job);
void rw_job_groups(struct rw_job *job);

/* links.c: terms of the glossary in running text. */
void rw_job_links(struct rw_job *job);

/* guide.c: whether all answers of a guide lead somewhere; what they lead to. */
void rw_job_targets(struct rw_job *job);
void rw_job_guide(struct rw_job *job);

/* attributions.c: whose data the page shows. */
void rw_job_attributions(struct rw_job *job);

/* frame.c: <company>, before what is internal is dropped. */
void rw_job_company(struct rw_job *job);

/* frame.c: words and site. */
void rw_job_frame(struct rw_job *job);

/* Formats attribute 'name' of 'node', a date, into NAME-text. */
void rw_job_date(struct rw_job *job, struct rw_node *node, const char *name);

/* Position of attribute 'name' of 'node', for diagnostics. */
struct rw_pos rw_job_at(const struct rw_job *job, const struct rw_node *node,
			const char *name);

#endif

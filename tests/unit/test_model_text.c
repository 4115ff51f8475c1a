/* Placeholders and links to terms, in the documents that they stand in. */
#include "model/glossary.h"
#include "model/links.h"
#include "model_fixture.h"

static void put_world(struct fixture *f)
{
	put(f, "workspace/templates/companies/c.xml",
	    "<company " NS " id='c' xml:lang='en'><name>C *and* [[D]]</name>"
	    "<places><place id='ulm' city='Ulm' region-name='Schwaben' "
	    "country='DE'/></places>"
	    "<apply url='https://c.example/jobs'/></company>");
	put_role(f, "r", NULL, "<title>Keeper</title>");
}

static struct rw_node *posted(struct fixture *f, const char *attributes,
			      const char *content)
{
	put_world(f);
	put(f, "workspace/templates/postings/p.xml",
	    rw_arena_printf(f->arena,
			    "<posting " NS " id='p' role='r' company='c' "
			    "xml:lang='en' %s><place ref='ulm'/>%s</posting>",
			    attributes, content));
	return posting(f, "p", NULL);
}

/* What an opening becomes. */
static void assert_opening(struct fixture *f, const char *prose,
			   const char *expected)
{
	const struct rw_node *root =
		posted(f,
		       "closes='2026-12-24' employment='full-time permanent' "
		       "openings='2'",
		       rw_arena_printf(
			       f->arena,
			       "<pay fixed='100' currency='EUR' period='hour'/>"
			       "<opening>%s</opening>",
			       prose));

	assert_string_equal(reported(f), "");
	assert_string_equal(part(f, root, "opening"), expected);
}

/* ---------------------------------------------------------- placeholders */

static void values(void **state)
{
	assert_opening(*state,
		       "{{title}} in {{place.city}}, {{place.region}}, "
		       "{{place.country}}: {{pay}}, {{openings}}",
		       "Keeper in Ulm, Schwaben, Germany: €100 an hour, 2");
}

static void values_of_facts(void **state)
{
	assert_opening(*state, "{{closes}}; {{employment}}",
		       "December 24, 2026; Full-time, permanent");
}

/* A value is plain text: neither Markdown nor a mark. */
static void values_are_not_parsed(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "", "<opening>At {{company}}.</opening>");
	assert_string_equal(part(f, root, "opening"), "At C *and* [[D]].");
	assert_null(rw_node_child(rw_node_child(root, "opening"), "term"));
}

static void in_titles(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "", "<title>Keeper, {{place.city}}</title>");
	assert_string_equal(part(f, root, "title"), "Keeper, Ulm");
}

static const char *destination(const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "opening");
	const struct rw_node *top = n;

	for (; n != NULL; n = rw_node_walk_all(n, top))
		if (rw_node_is_md(n, "link"))
			return rw_node_attr(n, "destination");
	fail_msg("no link");
	return NULL;
}

static void in_destinations(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "",
		      "<opening>[Go]({{apply.url}}?a={{place.city}})"
		      "</opening>");
	assert_fine(f);
	assert_string_equal(destination(root), "https://c.example/jobs?a=Ulm");
}

/* A destination without a value leads nowhere, and says so. */
static void empty_destinations(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "", "<opening>[Go]({{apply.email}})</opening>");
	assert_reported(f, "placeholder 'apply.email' has no value here "
			   "[RW413]");
	assert_string_equal(destination(root), "");
}

static void unknown_in_destinations(void **state)
{
	struct fixture *f = *state;

	assert_null(posted(f, "", "<opening>[Go]({{aply.url}})</opening>"));
	assert_reported(f, "there is no placeholder 'aply.url' [RW412]");
	assert_reported(f, "write '{{apply.url}}'");
}

/* What a value makes of a destination is checked again. */
static void schemes_from_values(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	put(f, "workspace/templates/companies/c.xml",
	    "<company " NS " id='c' xml:lang='en'><name>javascript:x()</name>"
	    "<places><place id='ulm' city='Ulm' country='DE'/></places>"
	    "</company>");
	put(f, "workspace/templates/postings/p.xml",
	    "<posting " NS " id='p' role='r' company='c' xml:lang='en'>"
	    "<opening>[Go]({{company}})</opening></posting>");
	assert_null(posting(f, "p", NULL));
	assert_reported(f, "link scheme 'javascript' is not allowed [RW403]");
}

static void in_code(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "", "<opening>`{{company}}`</opening>");
	assert_string_equal(part(f, root, "opening"), "{{company}}");
	assert_reported(f, "placeholder '{{company}}' stays literal in code "
			   "[RW404]");
}

static void unknown(void **state)
{
	struct fixture *f = *state;

	assert_null(posted(f, "", "<opening>At {{compny}}.</opening>"));
	assert_reported(f, "there is no placeholder 'compny' [RW412]");
	assert_reported(f, "write '{{company}}'");
	assert_reported(f, "postings/p.xml:1:");
}

static void without_a_value(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "", "<opening>At {{apply.email}}.</opening>");
	assert_string_equal(part(f, root, "opening"), "At .");
	assert_reported(f,
			"placeholder 'apply.email' has no value here [RW413]");
}

/* A role without a company speaks of "our company". */
static void defaults(void **state)
{
	struct fixture *f = *state;
	struct rw_resolve_options how = { .lang = NULL };

	put_role(f, "r", NULL,
		 "<title>T</title><summary>For {{company}}."
		 "</summary>");
	assert_string_equal(
		part(f, resolve_how(f, RW_KIND_ROLE, "r", &how), "summary"),
		"For our company.");
	how.lang = "de";
	assert_non_null(resolve_how(f, RW_KIND_ROLE, "r", &how));
	assert_fine(f);
}

/* ----------------------------------------------------------------- terms */

#define TERM(id, attributes, forms)               \
	"<term id='" id "' " attributes ">" forms \
	"<definition>D.</definition></term>"
#define LABEL(text) "<label>" text "</label>"
#define SHORT(text) "<abbreviation>" text "</abbreviation>"
#define PLURAL(text) "<inflection>" text "</inflection>"

static void put_terms(struct fixture *f)
{
	put(f, "workspace/glossary/g.xml",
	    "<glossary " NS " xml:lang='en'>" TERM(
		    "account", "",
		    LABEL("Account") "<inflection>accounts</inflection>")
		    TERM("key-account", "",
			 LABEL("Key Account") PLURAL("key accounts")
				 SHORT("KA")) TERM("crm", "case='exact'",
						   LABEL("CRM"))
			    TERM("quiet", "link='no'",
				 LABEL("Quiet")) TERM("plan", "", LABEL("Plan"))
				    TERM("goal", "", LABEL("Goal"))
					    TERM("deal", "",
						 LABEL("Deal")) "</glossary>");
	put(f, "workspace/glossary/g.de.xml",
	    "<glossary " NS " xml:lang='de'>"
	    "<term id='account'><label>Kunde</label>"
	    "<inflection>Kunden</inflection></term>"
	    "<term id='plan'><label>Vorhaben</label></term></glossary>");
}

static void assert_linked(struct fixture *f, const char *prose,
			  const char *expected)
{
	put_terms(f);
	put_role(f, "r", NULL,
		 rw_arena_printf(f->arena,
				 "<title>T</title><summary>%s"
				 "</summary>",
				 prose));
	assert_string_equal(part(f, role(f, "r", NULL), "summary"), expected);
	assert_fine(f);
}

static void first_occurrence(void **state)
{
	assert_linked(*state, "An account, two accounts.",
		      "An <account:account>, two accounts.");
}

static void longest_match(void **state)
{
	assert_linked(*state, "Key accounts and accounts.",
		      "<key-account:Key accounts> and <account:accounts>.");
}

static void whole_words(void **state)
{
	assert_linked(*state, "Accounting for accounts's sub-account.",
		      "Accounting for <account:accounts>'s sub-account.");
}

static void case_rules(void **state)
{
	assert_linked(*state, "ACCOUNT, crm, CRM.\n\nka, KA.",
		      "<account:ACCOUNT>, crm, <crm:CRM>."
		      "ka, <key-account:KA>.");
}

static void never_by_themselves(void **state)
{
	assert_linked(*state, "Quiet, [[quiet]].", "Quiet, <quiet:quiet>.");
}

static void not_in_headings_links_or_code(void **state)
{
	assert_linked(*state,
		      "# Account\n\n[account](https://a.example) `account` "
		      "*account*",
		      "Accountaccount account <account:account>");
}

/* What the author marks is the first occurrence, wherever it stands. */
static void marked_terms_come_first(void **state)
{
	assert_linked(*state,
		      "An account. See [[account]], [[key account|it]].",
		      "An account. See <account:account>, <key-account:it>.");
}

static void at_most_two_in_a_paragraph(void **state)
{
	assert_linked(*state, "Account, plan, goal.\n\nDeal, goal.",
		      "<account:Account>, <plan:plan>, goal."
		      "<deal:Deal>, <goal:goal>.");
}

static void at_most_24_in_a_document(void **state)
{
	struct fixture *f = *state;
	struct rw_buf terms = RW_BUF_INIT, prose = RW_BUF_INIT;
	const char *text;
	size_t count = 0;

	rw_buf_puts(&terms, "<glossary " NS " xml:lang='en'>");
	rw_buf_puts(&prose, "<title>T</title><summary>");
	for (int i = 10; i < 40; i++) {
		rw_buf_printf(&terms, TERM("t%d", "", LABEL("Term%d")), i, i);
		rw_buf_printf(&prose, "Term%d.\n\n", i);
	}
	rw_buf_puts(&terms, "</glossary>");
	rw_buf_puts(&prose, "</summary>");
	put(f, "workspace/glossary/g.xml", terms.data);
	put_role(f, "r", NULL, prose.data);
	text = part(f, role(f, "r", NULL), "summary");
	for (; (text = strchr(text, '<')) != NULL; text++)
		count++;
	assert_int_equal(count, 24);
	rw_buf_release(&terms);
	rw_buf_release(&prose);
}

static void unknown_terms(void **state)
{
	struct fixture *f = *state;

	put_terms(f);
	put_role(f, "r", NULL, "<title>T</title><summary>[[acount]]</summary>");
	assert_null(role(f, "r", NULL));
	assert_reported(f, "there is no term 'acount' in the glossary [RW410]");
	assert_reported(f, "write '[[account]]'");
}

/* Text in another language gets no links of this one ... */
static void other_languages_are_left_alone(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_terms(f);
	put_role(f, "r", NULL,
		 "<title>T</title><summary>Plan, Vorhaben."
		 "</summary><scope>Plan.</scope>");
	put_german(f, "r", "<scope>Vorhaben, account.</scope>");
	root = role(f, "r", "de");
	assert_string_equal(part(f, root, "summary"), "[en]Plan, Vorhaben.");
	assert_string_equal(part(f, root, "scope"),
			    "<plan:Vorhaben>, account.");
	assert_fine(f);
}

/* ... but its marks are those of its own language. */
static void marks_of_other_languages(void **state)
{
	struct fixture *f = *state;

	put_terms(f);
	put_role(f, "r", NULL,
		 "<title>T</title><summary>Two [[accounts]]."
		 "</summary>");
	assert_string_equal(part(f, role(f, "r", "de"), "summary"),
			    "[en]Two <account:accounts>.");
	assert_fine(f);
}

static void not_on_its_own_page(void **state)
{
	struct fixture *f = *state;
	struct rw_linker l = { .lang = "en", .own = "account" };
	struct rw_doc *doc;

	put_terms(f);
	workspace(f);
	l.arena = f->arena;
	l.diags = f->diags;
	doc = rw_doc_new(f->arena, RW_NS, "definition");
	rw_node_add_text(rw_doc_root(doc), "An account with a plan.");
	rw_markdown_expand(rw_doc_root(doc), f->diags);
	assert_int_equal(rw_linker_init(&l, f->ws, NULL), 0);
	rw_link_terms(&l, rw_doc_root(doc));
	rw_linker_release(&l);
	rw_buf_clear(&f->text);
	show(rw_doc_root(doc), &f->text);
	assert_string_equal(f->text.data, "An account with a <plan:plan>.");
}

/* -------------------------------------------------------------- audience */

static void insiders_and_the_public(void **state)
{
	struct fixture *f = *state;
	struct rw_resolve_options how = { .as = "ad" };
	const struct rw_node *root;

	put(f, "workspace/templates/roles/r.xml",
	    "<role " NS " id='r' xml:lang='en' job-code='J' owner='O' "
	    "review-by='2027-01-01'><title>T</title>"
	    "<responsibilities><responsibility id='a'>A</responsibility>"
	    "<responsibility id='b' audience='internal'>B</responsibility>"
	    "</responsibilities><pay audience='internal' min='1' max='2' "
	    "currency='EUR' period='year'/><note>N</note>"
	    "<working-conditions><condition id='c'>C</condition>"
	    "</working-conditions></role>");
	root = resolve_how(f, RW_KIND_ROLE, "r", &how);
	assert_string_equal(items(f, root, "responsibilities"), "a=A; ");
	assert_null(rw_node_child(root, "pay"));
	assert_null(rw_node_child(root, "note"));
	assert_null(rw_node_child(root, "working-conditions"));
	assert_null(rw_node_attr(root, "job-code"));
	assert_null(rw_node_attr(root, "owner"));
	how.as = "description";
	root = resolve_how(f, RW_KIND_ROLE, "r", &how);
	assert_string_equal(items(f, root, "responsibilities"), "a=A; b=B; ");
	assert_string_equal(rw_node_attr(root, "job-code"), "J");
	how.audience = "public";
	root = resolve_how(f, RW_KIND_ROLE, "r", &how);
	assert_string_equal(items(f, root, "responsibilities"), "a=A; ");
	assert_null(rw_node_attr(root, "job-code"));
}

/* Pay that is not public is not in a placeholder either. */
static void hidden_values(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = posted(f, "",
		      "<opening>For {{pay}}.</opening>"
		      "<pay audience='internal' fixed='66666' "
		      "currency='EUR' period='year'/>");
	assert_string_equal(part(f, root, "opening"), "For the pay agreed.");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values),
		TEST(values_of_facts),
		TEST(values_are_not_parsed),
		TEST(in_titles),
		TEST(in_destinations),
		TEST(empty_destinations),
		TEST(unknown_in_destinations),
		TEST(schemes_from_values),
		TEST(in_code),
		TEST(unknown),
		TEST(without_a_value),
		TEST(defaults),
		TEST(first_occurrence),
		TEST(longest_match),
		TEST(whole_words),
		TEST(case_rules),
		TEST(never_by_themselves),
		TEST(not_in_headings_links_or_code),
		TEST(marked_terms_come_first),
		TEST(at_most_two_in_a_paragraph),
		TEST(at_most_24_in_a_document),
		TEST(unknown_terms),
		TEST(other_languages_are_left_alone),
		TEST(marks_of_other_languages),
		TEST(not_on_its_own_page),
		TEST(insiders_and_the_public),
		TEST(hidden_values),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

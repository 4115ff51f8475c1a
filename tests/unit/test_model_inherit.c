/* Inheritance: merging, statements, translations, the workspace's overlay. */
#include "model_fixture.h"
#include "model/glossary.h"
#include "model/inherit.h"
#include "model/pay.h"

#define LIST(items) "<responsibilities>" items "</responsibilities>"
#define ITEM(id, text) "<responsibility id='" id "'>" text "</responsibility>"
#define THREE ITEM("a", "One.") ITEM("b", "Two.") ITEM("c", "Three.")

static void put_base(struct fixture *f)
{
	put_role(f, "base", NULL, "<title>Base</title>" LIST(THREE));
}

static void assert_list(struct fixture *f, const char *id, const char *lang,
			const char *expected)
{
	assert_string_equal(items(f, role(f, id, lang), "responsibilities"),
			    expected);
}

/* A child's list over 'base', and what comes of it. */
static void assert_merge(struct fixture *f, const char *list,
			 const char *expected)
{
	put_base(f);
	put_role(f, "child", "base", list);
	assert_list(f, "child", NULL, expected);
	assert_fine(f);
}

static void replaces_in_place(void **state)
{
	assert_merge(*state, LIST(ITEM("b", "Other.")),
		     "a=One.; b=Other.; c=Three.; ");
}

static void adds_at_the_end(void **state)
{
	assert_merge(*state, LIST(ITEM("d", "Four.") ITEM("e", "Five.")),
		     "a=One.; b=Two.; c=Three.; d=Four.; e=Five.; ");
}

static void adds_beside(void **state)
{
	assert_merge(
		*state,
		LIST("<responsibility id='d' before='a'>D.</responsibility>"
		     "<responsibility id='e' after='b'>E.</responsibility>"
		     "<responsibility id='f' after='e'>F.</responsibility>"),
		"d=D.; a=One.; b=Two.; e=E.; f=F.; c=Three.; ");
}

static void moves_what_it_replaces(void **state)
{
	assert_merge(*state,
		     LIST("<responsibility id='c' before='a'>C."
			  "</responsibility>"),
		     "c=C.; a=One.; b=Two.; ");
}

static void removes(void **state)
{
	assert_merge(*state, LIST("<remove ref='a'/><remove ref='c'/>"),
		     "b=Two.; ");
}

static void removes_and_adds_again(void **state)
{
	assert_merge(*state, LIST("<remove ref='a'/>" ITEM("a", "New.")),
		     "b=Two.; c=Three.; a=New.; ");
}

static void leaves_no_trace_of_order(void **state)
{
	struct fixture *f = *state;
	struct rw_node *root;

	put_base(f);
	put_role(f, "child", "base",
		 LIST("<responsibility id='d' before='a'>D.</responsibility>"));
	root = role(f, "child", NULL);
	assert_non_null(root);
	root = rw_node_child(rw_node_child(root, "responsibilities"), NULL);
	assert_null(rw_node_attr(root, "before"));
}

static void replaces_parts_whole(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_role(f, "base", NULL,
		 "<title>Base</title><summary>S</summary>"
		 "<reports-to><position>A</position><position>B</position>"
		 "</reports-to>"
		 "<travel percent-min='5' percent-max='9'>T</travel>");
	put_role(f, "child", "base",
		 "<title>Child</title>"
		 "<reports-to><position>C</position></reports-to>"
		 "<travel percent-max='20'>U</travel>");
	root = role(f, "child", NULL);
	assert_string_equal(part(f, root, "title"), "Child");
	assert_string_equal(part(f, root, "summary"), "S");
	assert_string_equal(part(f, root, "reports-to"), "C");
	assert_string_equal(attr(root, "travel", "percent-min"), "");
	assert_string_equal(attr(root, "travel", "percent-max"), "20");
}

/* The id, status and version of a parent are its own. */
static void root_attributes_are_the_childs(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put(f, "workspace/templates/roles/base.xml",
	    "<role " NS " id='base' xml:lang='en' version='7' status='draft' "
	    "job-code='J1' updated='2026-05-01'><title>B</title></role>");
	put(f, "workspace/templates/roles/child.xml",
	    "<role " NS " id='child' xml:lang='en' extends='base' "
	    "updated='2026-02-01'/>");
	root = role(f, "child", NULL);
	assert_string_equal(rw_node_attr(root, "id"), "child");
	assert_null(rw_node_attr(root, "version"));
	assert_null(rw_node_attr(root, "job-code"));
	assert_string_equal(rw_node_attr(root, "status"), "approved");
	assert_string_equal(rw_node_attr(root, "updated"), "2026-05-01");
}

/* ------------------------------------------------------------ statements */

static void put_statements(struct fixture *f)
{
	put(f, "workspace/templates/statements/shared.xml",
	    "<statements " NS " id='shared' xml:lang='en'>"
	    "<responsibility id='tidy' key='yes'>Tidy up.</responsibility>"
	    "<benefit id='tea' kind='other'>Tea.</benefit></statements>");
	put(f, "workspace/templates/statements/shared.de.xml",
	    "<statements " NS " id='shared' xml:lang='de'>"
	    "<responsibility id='tidy'>Aufräumen.</responsibility>"
	    "</statements>");
}

static void takes_statements(void **state)
{
	struct fixture *f = *state;

	put_statements(f);
	assert_merge(f,
		     LIST("<use ref='tidy' before='b'/>"
			  "<use ref='shared#tidy' id='t2'/>"),
		     "a=One.; tidy=Tidy up.; b=Two.; c=Three.; t2=Tidy up.; ");
}

static void statements_replace_items(void **state)
{
	struct fixture *f = *state;

	put_statements(f);
	assert_merge(f, LIST("<use ref='tidy' id='b'/>"),
		     "a=One.; b=Tidy up.; c=Three.; ");
}

/* What is taken in for insiders is not shown to the public. */
static void statements_take_audience(void **state)
{
	struct fixture *f = *state;
	struct rw_resolve_options how = { .as = "ad" };
	struct rw_node *list;

	put_statements(f);
	put_role(f, "r", NULL,
		 "<title>R</title>" LIST(
			 "<use ref='tidy' id='x'/>"
			 "<use ref='tidy' id='y' audience='internal'/>"));
	list = rw_node_child(resolve_how(f, RW_KIND_ROLE, "r", &how),
			     "responsibilities");
	assert_non_null(rw_list_item(list, "x"));
	assert_null(rw_list_item(list, "y"));
}

static void statements_are_translated(void **state)
{
	struct fixture *f = *state;

	put_statements(f);
	put_role(f, "r", NULL,
		 "<title>R</title><benefits><use ref='tea'/></benefits>" LIST(
			 "<use ref='tidy'/>"));
	assert_list(f, "r", "de", "tidy=Aufräumen.; ");
	assert_string_equal(items(f, role(f, "r", "de"), "benefits"),
			    "tea=[en]Tea.; ");
}

static void statements_of_another_kind(void **state)
{
	struct fixture *f = *state;

	put_statements(f);
	put_role(f, "r", NULL, "<title>R</title>" LIST("<use ref='tea'/>"));
	assert_null(role(f, "r", NULL));
	assert_reported(f,
			"roles/r.xml:2:45: error: statement 'tea' is a "
			"'benefit' and does not fit into 'responsibilities'");
}

static void unknown_statements(void **state)
{
	struct fixture *f = *state;

	put_statements(f);
	put_role(f, "r", NULL, "<title>R</title>" LIST("<use ref='tidi'/>"));
	assert_null(role(f, "r", NULL));
	assert_reported(f, "roles/r.xml:2:45: error: there is no statement "
			   "'tidi' [RW120]");
	assert_reported(f, "write 'tidy'");
}

/* ---------------------------------------------------------------- errors */

static void assert_broken(struct fixture *f, const char *list,
			  const char *message, const char *hint)
{
	put_base(f);
	put_role(f, "child", "base", list);
	assert_null(role(f, "child", NULL));
	assert_reported(f, message);
	assert_reported(f, hint);
	assert_int_equal(rw_diags_count(f->diags, RW_NOTE), 1);
}

static void removing_nothing(void **state)
{
	put_role(*state, "base", NULL, LIST(ITEM("account-plan", "P.")));
	put_role(*state, "child", "base", LIST("<remove ref='acount-plan'/>"));
	assert_null(role(*state, "child", NULL));
	assert_reported(*state,
			"child.xml:2:32: error: nothing to remove: no "
			"item 'acount-plan' in 'responsibilities' [RW123]");
	assert_reported(*state, "write 'account-plan'");
}

static void standing_beside_nothing(void **state)
{
	put_role(*state, "base", NULL, LIST(ITEM("renewals", "P.")));
	put_role(*state, "child", "base",
		 LIST("<responsibility id='x' after='renewal'>X"
		      "</responsibility>"));
	assert_null(role(*state, "child", NULL));
	assert_reported(*state, "no item 'renewal' in 'responsibilities' to "
				"stand beside [RW124]");
	assert_reported(*state, "write 'renewals'");
}

static void beside_itself(void **state)
{
	assert_broken(*state,
		      LIST("<responsibility id='x' after='x'>X"
			   "</responsibility>"),
		      "no item 'x' in 'responsibilities' to stand beside",
		      "child.xml:2:");
}

static void the_same_id_twice(void **state)
{
	assert_broken(*state, LIST(ITEM("x", "X.") ITEM("x", "Y.")),
		      "id 'x' stands twice in 'responsibilities' [RW126]",
		      "child.xml:2:");
}

static void removing_twice(void **state)
{
	assert_broken(*state, LIST("<remove ref='a'/><remove ref='a'/>"),
		      "nothing to remove: no item 'a'", "child.xml:2:");
}

static void unknown_parent(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_role(f, "child", "bases", "");
	assert_null(role(f, "child", NULL));
	assert_reported(f, "child.xml:1:66: error: there is no role 'bases'");
	assert_reported(f, "write 'base'");
}

static void put_ladder(struct fixture *f, unsigned count)
{
	char id[16], parent[16];

	for (unsigned i = 1; i <= count; i++) {
		snprintf(id, sizeof(id), "r%u", i);
		snprintf(parent, sizeof(parent), "r%u", i - 1);
		put_role(f, id, i > 1 ? parent : NULL, "<title>R</title>");
	}
}

static void chain_of_16(void **state)
{
	put_ladder(*state, RW_INHERIT_DEPTH);
	assert_non_null(role(*state, "r16", NULL));
	assert_fine(*state);
}

static void chain_of_17(void **state)
{
	struct fixture *f = *state;

	put_ladder(f, RW_INHERIT_DEPTH + 1);
	assert_null(role(f, "r17", NULL));
	assert_reported(f, "is over 16 long [RW122]");
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
}

/* Whether a chain is too long does not depend on what was asked before. */
static void chain_of_17_from_below(void **state)
{
	struct fixture *f = *state;

	put_ladder(f, RW_INHERIT_DEPTH + 1);
	assert_non_null(role(f, "r16", NULL));
	assert_null(role(f, "r17", NULL));
	assert_reported(f, "is over 16 long [RW122]");
}

static void chain_of_one(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", "r", "");
	assert_null(role(f, "r", NULL));
	assert_reported(f, "'r' extends itself, through 'r' [RW121]");
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
}

static void circle_of_three(void **state)
{
	struct fixture *f = *state;

	put_role(f, "x", "y", "");
	put_role(f, "y", "z", "");
	put_role(f, "z", "x", "");
	assert_null(role(f, "x", NULL));
	assert_reported(f, "extends itself, through 'x' [RW121]");
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
}

/* ---------------------------------------------------------- translations */

static void falls_back_item_by_item(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_role(f, "r", NULL,
		 "<title>R</title><summary>S</summary>" LIST(THREE));
	put_german(f, "r", "<title>E</title>" LIST(ITEM("b", "Zwei.")));
	root = role(f, "r", "de");
	assert_string_equal(part(f, root, "title"), "E");
	assert_string_equal(part(f, root, "summary"), "[en]S");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=[en]One.; b=Zwei.; c=[en]Three.; ");
	assert_list(f, "r", NULL, "a=One.; b=Two.; c=Three.; ");
	assert_fine(f);
}

static void children_inherit_translations(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", NULL, "<title>R</title>" LIST(THREE));
	put_german(
		f, "r",
		"<title>E</title>" LIST(ITEM("a", "Eins.") ITEM("b", "Zwei.")));
	put_role(f, "s", "r", LIST(ITEM("b", "Changed.") ITEM("d", "Four.")));
	put_role(f, "t", "s", LIST(ITEM("c", "Too.")));
	put_german(f, "t", LIST(ITEM("c", "Drei.")));
	assert_list(f, "s", "de",
		    "a=Eins.; b=[en]Changed.; c=[en]Three.; d=[en]Four.; ");
	assert_list(f, "t", "de",
		    "a=Eins.; b=[en]Changed.; c=Drei.; d=[en]Four.; ");
	assert_string_equal(part(f, role(f, "t", "de"), "title"), "E");
	assert_fine(f);
}

/* A part that is replaced drops its translation, too. */
static void overrides_drop_translated_parts(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", NULL, "<title>R</title><travel>Far.</travel>");
	put_german(f, "r", "<title>E</title><travel>Weit.</travel>");
	put_role(f, "s", "r", "<travel>Near.</travel>");
	assert_string_equal(part(f, role(f, "s", "de"), "travel"), "[en]Near.");
	assert_string_equal(part(f, role(f, "s", "de"), "title"), "E");
}

static void regions_overlay_languages(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", NULL, "<title>R</title>" LIST(THREE));
	put_german(f, "r", LIST(ITEM("a", "Eins.") ITEM("b", "Zwei.")));
	put(f, "workspace/templates/roles/r.de-AT.xml",
	    "<role " NS
	    " id='r' xml:lang='de-AT'>" LIST(ITEM("b", "Zwoa.")) "</role>");
	assert_list(f, "r", "de-AT", "a=Eins.; b=Zwoa.; c=[en]Three.; ");
	assert_list(f, "r", "de", "a=Eins.; b=Zwei.; c=[en]Three.; ");
}

/* What is translated in part keeps the language of the rest. */
static void half_a_list_of_positions(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", NULL,
		 "<title>R</title><works-with>"
		 "<position>A</position><position>B</position></works-with>");
	put_german(f, "r", "<works-with><position>Ä</position></works-with>");
	assert_string_equal(part(f, role(f, "r", "de"), "works-with"),
			    "Ä[en]B");
}

static void a_child_part_without_translation(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_role(f, "r", NULL,
		 "<title>R</title><kpis><kpi id='k'>Kept"
		 "<measure>How.</measure></kpi><kpi id='l'>Left"
		 "<measure>Where.</measure></kpi></kpis>");
	put_german(f, "r",
		   "<kpis><kpi id='k'>Gehalten</kpi>"
		   "<kpi id='l'><measure>Wo.</measure></kpi></kpis>");
	root = role(f, "r", "de");
	assert_string_equal(items(f, root, "kpis"),
			    "k=Gehalten[en]How.; l=[en]Left[de]Wo.; ");
}

static void half_of_pay(void **state)
{
	struct fixture *f = *state;

	put_role(f, "r", NULL,
		 "<title>R</title><pay grade='g' min='1' max='2' "
		 "currency='USD' period='hour'><commission>C</commission>"
		 "<other>O</other></pay>");
	put_german(f, "r", "<pay><other>A</other></pay>");
	assert_string_equal(part(f, role(f, "r", "de"), "pay"), "[en]CA");
}

static void structure_in_a_translation(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_german(f, "base", LIST(ITEM("x", "X.")));
	assert_null(role(f, "base", "de"));
	assert_reported(f, "base.de.xml:2:19: error: the translation has 'x' "
			   "but the document does not [RW131]");
	assert_non_null(role(f, "base", NULL));
}

/* ----------------------------------------------------------------- stale */

static void put_hashed(struct fixture *f, const char *text)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_node *p = rw_doc_root(rw_doc_new(arena, RW_NS, "p"));
	char hash[9];

	rw_node_add_text(p, text);
	rw_markdown_expand(p, f->diags);
	rw_prose_hash(p, hash);
	put_german(f, "base",
		   rw_arena_printf(f->arena,
				   LIST("<responsibility id='b' of='%s'>"
					"Zwei.</responsibility>"),
				   hash));
	rw_arena_free(arena);
}

static void current_translations(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_hashed(f, "Two.");
	assert_non_null(role(f, "base", "de"));
	assert_fine(f);
}

/* A new line or another indent is no change. */
static void translations_survive_white_space(void **state)
{
	struct fixture *f = *state;

	put_role(f, "base", NULL,
		 LIST(ITEM("b", "\n      Two\n      days.\n")));
	put_hashed(f, "Two days.");
	assert_non_null(role(f, "base", "de"));
	assert_fine(f);
}

static void stale_translations(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_hashed(f, "Another.");
	assert_non_null(role(f, "base", "de"));
	assert_reported(f, "base.de.xml:2:46: warning: the text of 'b' has "
			   "changed since it was translated [RW130]");
}

/* The hash is that of the original, not of what a parent's translation says. */
static void hashes_of_inherited_text(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_hashed(f, "Two.");
	put_role(f, "child", "base", "<title>C</title>");
	put(f, "workspace/templates/roles/child.de.xml",
	    "<role " NS " id='child' xml:lang='de'>" LIST(
		    "<responsibility id='b' of='00000000'>B."
		    "</responsibility>") "</role>");
	assert_non_null(role(f, "child", "de"));
	assert_reported(f, "child.de.xml:1:");
	assert_int_equal(rw_diags_count(f->diags, RW_WARNING), 1);
}

/* --------------------------------------------------------------- overlay */

static void put_library_role(struct fixture *f)
{
	put(f, "library/templates/roles/base.xml",
	    "<role " NS " id='base' xml:lang='en'><title>Library</title>"
	    "<summary>S</summary>" LIST(THREE) "</role>");
	put(f, "library/templates/roles/base.de.xml",
	    "<role " NS " id='base' xml:lang='de'><title>Bücherei</title>" LIST(
		    ITEM("a", "Eins.") ITEM("b", "Zwei.")) "</role>");
	put(f, "library/templates/roles/next.xml",
	    "<role " NS " id='next' xml:lang='en' extends='base'/>");
}

static void workspace_over_library(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_library_role(f);
	put_role(f, "base", NULL, LIST(ITEM("b", "Ours.") ITEM("d", "New.")));
	root = role(f, "base", NULL);
	assert_string_equal(part(f, root, "title"), "Library");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=One.; b=Ours.; c=Three.; d=New.; ");
	assert_list(f, "base", "de",
		    "a=Eins.; b=[en]Ours.; c=[en]Three.; d=[en]New.; ");
	assert_list(f, "next", NULL, "a=One.; b=Ours.; c=Three.; d=New.; ");
}

static void workspace_instead_of_library(void **state)
{
	struct fixture *f = *state;

	put_library_role(f);
	put(f, "workspace/templates/roles/base.xml",
	    "<role " NS " id='base' xml:lang='en' replace='yes'>"
	    "<title>Ours</title>" LIST(ITEM("z", "Z.")) "</role>");
	assert_list(f, "base", NULL, "z=Z.; ");
	assert_list(f, "base", "de", "z=[en]Z.; ");
	assert_list(f, "next", NULL, "z=Z.; ");
}

/* A translation of the workspace lies over a document of the library. */
static void translation_over_library(void **state)
{
	struct fixture *f = *state;

	put_library_role(f);
	put_german(f, "base", LIST(ITEM("b", "Unsere.")));
	assert_list(f, "base", "de", "a=Eins.; b=Unsere.; c=[en]Three.; ");
	assert_string_equal(part(f, role(f, "base", "de"), "title"),
			    "Bücherei");
}

static void workspace_extends_elsewhere(void **state)
{
	struct fixture *f = *state;

	put_library_role(f);
	put(f, "workspace/templates/roles/base.xml",
	    "<role " NS " id='base' xml:lang='en' extends='other' "
	    "replace='yes'/>");
	put_role(f, "other", NULL, LIST(ITEM("o", "O.")));
	assert_list(f, "base", NULL, "o=O.; ");
}

static void pay_tables_overlay_bands(void **state)
{
	struct fixture *f = *state;
	struct rw_band_query query = { .grade = "b" };
	struct rw_band band;

	put(f, "library/templates/pay/t.xml",
	    "<pay-table " NS " id='t' currency='USD' period='year' "
	    "effective='2026-01-01'><source id='s' date='2026'>S</source>"
	    "<band grade='a' min='100' max='200' source='s'/>"
	    "<band grade='b' min='300' max='400' source='s'/></pay-table>");
	put(f, "workspace/templates/pay/t.xml",
	    "<pay-table " NS " id='t' currency='USD' period='year' "
	    "effective='2026-02-01'>"
	    "<band grade='b' min='350' max='450' source='s'/></pay-table>");
	assert_int_equal(rw_pay_find(workspace(f), &query, &band, f->diags), 0);
	assert_int_equal(band.min, 350 * RW_DECIMAL_SCALE);
	query.grade = "a";
	assert_int_equal(rw_pay_find(workspace(f), &query, &band, f->diags), 0);
	assert_int_equal(band.max, 200 * RW_DECIMAL_SCALE);
	assert_fine(f);
}

static void put_terms(struct fixture *f, const char *layer, const char *file,
		      const char *terms)
{
	put(f, rw_arena_printf(f->arena, "%s/glossary/%s.xml", layer, file),
	    rw_arena_printf(f->arena,
			    "<glossary " NS " xml:lang='en'>%s"
			    "</glossary>",
			    terms));
}

#define TERM(id, label, more)                        \
	"<term id='" id "'><label>" label "</label>" \
	"<definition>D of " id ".</definition>" more "</term>"

static void glossaries_overlay_terms(void **state)
{
	struct fixture *f = *state;
	const struct rw_glossary *g;

	put_terms(f, "library", "one",
		  TERM("a", "Alpha", "<synonym>A</synonym>")
			  TERM("b", "Beta", "<synonym>B</synonym>"));
	put_terms(f, "workspace", "two",
		  "<term id='a'><definition>Ours.</definition></term>" TERM(
			  "c", "C", ""));
	put(f, "workspace/glossary/three.xml",
	    "<glossary " NS
	    " xml:lang='en' replace='yes'>" TERM("b", "Bee", "") "</glossary>");
	g = rw_glossary_load(workspace(f), "en", f->diags);
	assert_fine(f);
	assert_non_null(g);
	assert_int_equal(g->count, 3);
	assert_string_equal(rw_glossary_find(g, "a")->label, "Alpha");
	assert_string_equal(rw_glossary_find(g, "a")->plain, "Ours.");
	assert_non_null(
		rw_node_child(rw_glossary_find(g, "a")->node, "synonym"));
	assert_string_equal(rw_glossary_find(g, "b")->label, "Bee");
	assert_null(rw_node_child(rw_glossary_find(g, "b")->node, "synonym"));
	assert_true(rw_glossary_find(g, "a")->own);
	assert_fine(f);
}

static void the_same_term_twice(void **state)
{
	struct fixture *f = *state;

	put_terms(f, "workspace", "one", TERM("a", "Alpha", ""));
	put_terms(f, "workspace", "two", TERM("a", "Other", ""));
	assert_null(rw_glossary_load(workspace(f), "en", f->diags));
	assert_reported(f, "term 'a' is defined twice [RW411]");
}

/* What a term does not say in the language says so. */
static void terms_fall_back_part_by_part(void **state)
{
	struct fixture *f = *state;
	const struct rw_glossary *g;

	put_terms(f, "workspace", "one",
		  TERM("a", "Alpha", "<example>E.</example>"));
	put(f, "workspace/glossary/one.de.xml",
	    "<glossary " NS " xml:lang='de'><term id='a'><label>Alfa</label>"
	    "<definition>Dt.</definition></term></glossary>");
	g = rw_glossary_load(workspace(f), "de", f->diags);
	assert_non_null(g);
	assert_string_equal(part(f, g->terms[0].node, "label"), "Alfa");
	assert_string_equal(part(f, g->terms[0].node, "example"), "[en]E.");
}

/* -------------------------------------------------------------- postings */

static void put_posting(struct fixture *f, const char *attributes,
			const char *content)
{
	put(f, "workspace/templates/companies/c.xml",
	    "<company " NS " id='c' xml:lang='en'><name>C</name>"
	    "<benefits><benefit id='tea' kind='other'>Tea.</benefit></benefits>"
	    "</company>");
	put(f, "workspace/templates/postings/p.xml",
	    rw_arena_printf(f->arena,
			    "<posting " NS " id='p' role='base' "
			    "company='c' %s>%s</posting>",
			    attributes, content));
}

static void postings_lie_over_roles(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_base(f);
	put_posting(f, "xml:lang='en'",
		    LIST("<remove ref='b'/>" ITEM(
			    "d", "Four.")) "<benefits><remove ref='tea'/>"
					   "</benefits>");
	root = posting(f, "p", NULL);
	assert_string_equal(part(f, root, "title"), "Base");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=One.; c=Three.; d=Four.; ");
	assert_string_equal(items(f, root, "benefits"), "");
}

/* A German posting over an English role with a translation. */
static void postings_speak_their_language(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_base(f);
	put_german(f, "base",
		   "<title>Basis</title>" LIST(ITEM("a", "Eins.")
						       ITEM("b", "Zwei.")));
	put_posting(f, "xml:lang='de'", LIST(ITEM("b", "Anders.")));
	root = posting(f, "p", NULL);
	assert_string_equal(part(f, root, "title"), "Basis");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=Eins.; b=Anders.; c=[en]Three.; ");
	assert_string_equal(items(f, root, "benefits"), "tea=[en]Tea.; ");
	root = posting(f, "p", "en");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=One.; b=[de]Anders.; c=Three.; ");
}

static void postings_are_translated(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_base(f);
	put_german(f, "base", LIST(ITEM("a", "Eins.")));
	put_posting(f, "xml:lang='en'",
		    "<opening>Hi.</opening>" LIST(ITEM("d", "Four.")
							  ITEM("e", "Five.")));
	put(f, "workspace/templates/postings/p.de.xml",
	    "<posting " NS
	    " id='p' xml:lang='de'>" LIST(ITEM("d", "Vier.")) "</posting>");
	root = posting(f, "p", "de");
	assert_string_equal(items(f, root, "responsibilities"),
			    "a=Eins.; b=[en]Two.; c=[en]Three.; d=Vier.; "
			    "e=[en]Five.; ");
	assert_string_equal(part(f, root, "opening"), "[en]Hi.");
}

static void useless_overrides(void **state)
{
	struct fixture *f = *state;

	put_base(f);
	put_role(f, "child", "base", LIST(ITEM("b", "Two.")));
	assert_non_null(role(f, "child", NULL));
	assert_reported(f, "item 'b' says just what it replaces [RW125]");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(replaces_in_place),
		TEST(adds_at_the_end),
		TEST(adds_beside),
		TEST(moves_what_it_replaces),
		TEST(removes),
		TEST(removes_and_adds_again),
		TEST(leaves_no_trace_of_order),
		TEST(replaces_parts_whole),
		TEST(root_attributes_are_the_childs),
		TEST(takes_statements),
		TEST(statements_replace_items),
		TEST(statements_take_audience),
		TEST(statements_are_translated),
		TEST(statements_of_another_kind),
		TEST(unknown_statements),
		TEST(removing_nothing),
		TEST(standing_beside_nothing),
		TEST(beside_itself),
		TEST(the_same_id_twice),
		TEST(removing_twice),
		TEST(unknown_parent),
		TEST(chain_of_16),
		TEST(chain_of_17),
		TEST(chain_of_17_from_below),
		TEST(chain_of_one),
		TEST(circle_of_three),
		TEST(falls_back_item_by_item),
		TEST(children_inherit_translations),
		TEST(overrides_drop_translated_parts),
		TEST(regions_overlay_languages),
		TEST(half_a_list_of_positions),
		TEST(a_child_part_without_translation),
		TEST(half_of_pay),
		TEST(structure_in_a_translation),
		TEST(current_translations),
		TEST(translations_survive_white_space),
		TEST(stale_translations),
		TEST(hashes_of_inherited_text),
		TEST(workspace_over_library),
		TEST(workspace_instead_of_library),
		TEST(translation_over_library),
		TEST(workspace_extends_elsewhere),
		TEST(pay_tables_overlay_bands),
		TEST(glossaries_overlay_terms),
		TEST(the_same_term_twice),
		TEST(terms_fall_back_part_by_part),
		TEST(postings_lie_over_roles),
		TEST(postings_speak_their_language),
		TEST(postings_are_translated),
		TEST(useless_overrides),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Pay: bands, areas, experience, several places, what a posting says itself. */
#include "model_fixture.h"

#define TABLE(id, currency, more, content)                                     \
	"<pay-table " NS " id='" id "' currency='" currency "' period='year' " \
	"effective='2026-01-01' " more                                         \
	"><source id='s' date='2026'>Survey " id "</source>" content           \
	"</pay-table>"

#define BANDS                                                                \
	"<band grade='one' min='48000' mid='56000' max='66000' "             \
	"source='s'/><band grade='two' min='60100' mid='69000' max='80200' " \
	"source='s'/>"
#define AREAS                                                                 \
	"<area id='oak' name='Oakland' factor='1.2' source='s' "              \
	"country='US'/><area id='low' name='Low' factor='0.8333' source='s' " \
	"country='US'/>"
#define STEPS                                                   \
	"<experience from='0' to='2' factor='0.9' source='s'/>" \
	"<experience from='2' to='5' mid='84000' source='s'/>"  \
	"<experience from='5' factor='1.5' source='s'/>"

static void put_world(struct fixture *f)
{
	put(f, "workspace/templates/pay/us.xml",
	    TABLE("us", "USD", "round-to='500'", BANDS AREAS STEPS));
	put(f, "workspace/templates/companies/c.xml",
	    "<company " NS " id='c' xml:lang='en'><name>C</name><places>"
	    "<place id='oakland' city='Oakland' region='CA' "
	    "region-name='California' country='US' area='oak'/>"
	    "<place id='lowell' city='Lowell' region='MA' country='US' "
	    "area='low'/>"
	    "<place id='bare' city='Bare' country='US'/>"
	    "<place id='munich' city='München' region-name='Bayern' "
	    "country='DE'/>"
	    "<place id='lyon' city='Lyon' country='FR'/></places></company>");
	put_role(f, "r", NULL, "<title>R</title><pay grade='one'/>");
}

/* A posting of role 'r' in the language 'lang'. */
static struct rw_node *posted(struct fixture *f, const char *lang,
			      const char *content)
{
	put(f, "workspace/templates/postings/p.xml",
	    rw_arena_printf(f->arena,
			    "<posting " NS " id='p' role='r' company='c' "
			    "xml:lang='%s'>%s</posting>",
			    lang, content));
	return posting(f, "p", NULL);
}

static const char *pay(const struct rw_node *root, const char *attribute)
{
	assert_non_null(root);
	return attr(root, "pay", attribute);
}

/* "min max" of the pay of the posting with 'content'. */
static void assert_range(struct fixture *f, const char *content,
			 const char *min, const char *max)
{
	const struct rw_node *root;

	put_world(f);
	root = posted(f, "en-US", content);
	assert_string_equal(pay(root, "min"), min);
	assert_string_equal(pay(root, "max"), max);
	assert_fine(f);
}

#define AT(id) "<place ref='" id "'/>"

static void the_band_as_it_is(void **state)
{
	assert_range(*state, "", "48000", "66000");
}

static void band_times_area_rounded(void **state)
{
	/* 57600 and 79200 to the nearest 500 */
	assert_range(*state, AT("oakland"), "57500", "79000");
}

static void area_that_lowers(void **state)
{
	/* 39998.4 and 54997.8 */
	assert_range(*state, AT("lowell"), "40000", "55000");
}

static void experience_by_factor(void **state)
{
	/* 48000 x 1.2 x 0.9 = 51840, 66000 x 1.08 = 71280 */
	assert_range(*state,
		     AT("oakland") "<pay grade='one' experience='1.5'/>",
		     "52000", "71500");
}

/* A step without a factor: its middle over that of the first band. */
static void experience_by_middle(void **state)
{
	assert_range(*state, AT("bare") "<pay grade='one' experience='2'/>",
		     "72000", "99000");
}

static void the_last_step_is_open(void **state)
{
	assert_range(*state, AT("bare") "<pay grade='one' experience='40'/>",
		     "72000", "99000");
}

static void another_grade(void **state)
{
	assert_range(*state, AT("oakland") "<pay grade='two'/>", "72000",
		     "96000");
}

static void an_area_by_name(void **state)
{
	assert_range(*state, AT("bare") "<pay grade='one' area='oak'/>",
		     "57500", "79000");
}

/* Two Portlands: the place says which; one that does not takes the first. */
static void an_area_by_city_and_region(void **state)
{
	static const char portlands[] =
		"<area id='or' name='Portland, OR' city='Portland' "
		"region='OR' country='US' factor='1.5' source='s'/>"
		"<area id='me' name='Portland, ME' city='Portland' "
		"region='ME' country='US' factor='2' source='s'/>";
	static const char *const places[][2] = {
		{ "region='ME' country='US'", "96000" },
		{ "region='OR' country='US'", "72000" },
		{ "region='TX' country='US'", "48000" },
		{ "country='US'", "72000" },
		{ "country='CA'", "" },
	};
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	put(f, "workspace/templates/pay/us.xml",
	    rw_arena_printf(f->arena,
			    TABLE("us", "USD", "round-to='500'", "%s%s"), BANDS,
			    portlands));
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		root = posted(f, "en-US",
			      rw_arena_printf(f->arena,
					      "<place city='Portland' %s/>",
					      places[i][0]));
		assert_string_equal(pay(root, "min"), places[i][1]);
	}
}

static void several_places_one_span(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;
	struct rw_node *place;

	put_world(f);
	root = posted(f, "en-US", AT("oakland") AT("lowell"));
	assert_string_equal(pay(root, "text"), "$40,000–$79,000");
	place = rw_node_child(root, "place");
	assert_string_equal(rw_node_attr(place, "pay-text"), "$57,500–$79,000");
	place = rw_node_next_element(place, "place");
	assert_string_equal(rw_node_attr(place, "pay-text"), "$40,000–$55,000");
}

static void put_german_table(struct fixture *f)
{
	put(f, "workspace/templates/pay/de.xml",
	    TABLE("de", "EUR", "",
		  "<band grade='one' min='50000' max='60000' source='s'/>"
		  "<area id='m' name='München' factor='1.1' source='s' "
		  "country='DE'/>"));
}

static void the_table_of_the_country(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	put_german_table(f);
	root = posted(f, "de-DE", AT("munich"));
	assert_string_equal(pay(root, "table"), "de");
	assert_string_equal(pay(root, "currency"), "EUR");
	assert_string_equal(pay(root, "min"), "50000");
}

/* Each place in its own money; the pay as a whole is that of the first. */
static void places_with_different_tables(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;
	struct rw_node *place;

	put_world(f);
	put_german_table(f);
	root = posted(f, "en-US", AT("oakland") AT("munich"));
	assert_string_equal(pay(root, "currency"), "USD");
	assert_string_equal(pay(root, "text"), "$57,500–$79,000");
	assert_string_equal(pay(root, "table"), "us");
	place = rw_node_next_element(rw_node_child(root, "place"), "place");
	assert_string_equal(rw_node_attr(place, "pay-text"), "€50,000–€60,000");
}

/* No table pays there: no figures, no error. */
static void country_without_table(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	root = posted(f, "en-US", AT("lyon"));
	assert_string_equal(pay(root, "text"), "");
	assert_string_equal(pay(root, "currency"), "");
	assert_fine(f);
}

/* The table that the role names is none for places that it does not pay. */
static void a_roles_table_abroad(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	put_role(f, "r", NULL, "<title>R</title><pay grade='one' table='us'/>");
	root = posted(f, "en-US", AT("lyon"));
	assert_string_equal(pay(root, "text"), "");
	put_german_table(f);
	fixture_reopen(f);
	root = posted(f, "en-US", AT("munich"));
	assert_string_equal(pay(root, "currency"), "EUR");
	fixture_reopen(f);
	root = posted(f, "en-US", AT("lyon") "<pay grade='one' table='us'/>");
	assert_string_equal(pay(root, "currency"), "USD");
}

static void own_figures(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	root = posted(f, "en-US",
		      AT("oakland") "<pay min='27.50' max='33' currency='USD' "
				    "period='hour'/>");
	assert_string_equal(pay(root, "text-long"), "$27.50–$33.00 an hour");
	assert_string_equal(pay(root, "grade"), "");
	assert_string_equal(pay(root, "table"), "");
}

static void one_amount(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	root = posted(f, "en-US",
		      "<pay fixed='61500' currency='USD' "
		      "period='year'/>");
	assert_string_equal(pay(root, "text-long"), "$61,500 a year");
	assert_string_equal(pay(root, "min"), "61500");
	assert_string_equal(pay(root, "max"), "61500");
}

/* Figures of a table are never given another currency or period. */
static void units_of_the_table(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en-US",
			   AT("oakland") "<pay grade='one' "
					 "currency='EUR'/>"));
	assert_reported(f,
			"'EUR' is not the currency of pay table 'us' [RW308]");
	fixture_reopen(f);
	assert_null(posted(f, "en-US",
			   AT("oakland") "<pay grade='one' "
					 "period='month'/>"));
	assert_reported(f, "'month' is not the period of pay table 'us'");
	fixture_reopen(f);
	assert_non_null(posted(f, "en-US",
			       AT("oakland") "<pay grade='one' period='year' "
					     "currency='USD'/>"));
	assert_fine(f);
}

static void unknown_table(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en", "<pay grade='one' table='su'/>"));
	assert_reported(f, "there is no pay-table 'su' [RW120]");
	assert_reported(f, "write 'us'");
}

static void unknown_grade(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en", "<pay grade='tow'/>"));
	assert_reported(f, "no pay table has a band of grade 'tow' [RW302]");
	assert_reported(f, "write 'two'");
}

static void unknown_area(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en", "<pay grade='one' area='oka'/>"));
	assert_reported(f, "pay table 'us' has no area 'oka' [RW303]");
}

/* A role by itself: the middle of its band, and its range in some areas. */
static void guidance_of_a_role(void **state)
{
	static const char *const steps[] = {
		"Typical with less than 2 years of experience",
		"Typical with 2 to 5 years of experience",
		"Typical with 5 years of experience or more",
	};
	struct fixture *f = *state;
	const struct rw_node *root, *area, *step;

	put_world(f);
	put(f, "workspace/templates/pay/us.xml",
	    TABLE("us", "USD", "round-to='500' examples='low oak gone'",
		  BANDS AREAS STEPS));
	root = posted(f, "en-US", AT("oakland"));
	assert_string_equal(pay(root, "mid"), "");
	assert_null(rw_node_child(rw_node_child(root, "pay"), "area"));
	root = role(f, "r", "en-US");
	assert_string_equal(pay(root, "min"), "48000");
	assert_string_equal(pay(root, "mid"), "56000");
	assert_string_equal(pay(root, "mid-text"),
			    "Middle of the range: $56,000");
	area = rw_node_child(rw_node_child(root, "pay"), "area");
	assert_string_equal(rw_node_attr(area, "name"), "Low");
	assert_string_equal(rw_node_attr(area, "text"), "$40,000–$55,000");
	area = rw_node_next_element(area, "area");
	assert_string_equal(rw_node_attr(area, "text"), "$57,500–$79,000");
	assert_null(rw_node_next_element(area, "area"));
	step = rw_node_child(rw_node_child(root, "pay"), "experience");
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		assert_string_equal(rw_node_attr(step, "name"), steps[i]);
		step = rw_node_next_element(step, "experience");
	}
	assert_null(step);
	assert_fine(f);
}

static void borrowed_tables(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	put_world(f);
	put(f, "library/templates/pay/lib.xml",
	    TABLE("lib", "USD", "",
		  "<band grade='rare' min='10' max='20' source='s'/>" BANDS
		  "<attribution>By others.</attribution>"));
	root = posted(f, "en-US", "<pay grade='rare'/>");
	assert_string_equal(pay(root, "borrowed"), "yes");
	assert_string_equal(part(f, rw_node_child(root, "pay"), "source"),
			    "Survey lib");
	assert_string_equal(part(f, rw_node_child(root, "pay"), "attribution"),
			    "By others.");
	root = posted(f, "en-US", "<pay grade='one'/>");
	assert_string_equal(pay(root, "borrowed"), "");
	assert_string_equal(pay(root, "table"), "us");
}

static void the_newest_table_in_effect(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	put(f, "workspace/templates/pay/old.xml",
	    "<pay-table " NS " id='old' currency='USD' period='year' "
	    "effective='2025-01-01'><source id='s' date='2025'>S</source>"
	    "<band grade='one' min='1' max='2' source='s'/></pay-table>");
	put(f, "workspace/templates/pay/future.xml",
	    "<pay-table " NS " id='future' currency='USD' period='year' "
	    "effective='2027-01-01'><source id='s' date='2025'>S</source>"
	    "<band grade='one' min='3' max='4' source='s'/></pay-table>");
	put(f, "workspace/templates/pay/over.xml",
	    "<pay-table " NS " id='over' currency='USD' period='year' "
	    "effective='2026-06-01' expires='2026-11-20'>"
	    "<source id='s' date='2025'>S</source>"
	    "<band grade='one' min='5' max='6' source='s'/></pay-table>");
	assert_string_equal(pay(posted(f, "en", AT("bare")), "table"), "us");
}

/* A table of one company beside a newer one of another. */
static void put_companies(struct fixture *f)
{
	put_world(f);
	put(f, "workspace/templates/companies/d.xml",
	    "<company " NS " id='d' xml:lang='en'><name>D</name><places>"
	    "<place id='bare' city='Bare' country='US'/></places></company>");
	put(f, "workspace/templates/pay/us.xml",
	    TABLE("us", "USD", "company='c'", BANDS));
	put(f, "workspace/templates/pay/more.xml",
	    "<pay-table " NS " id='more' company='d' currency='USD' "
	    "period='year' effective='2026-02-01'>"
	    "<source id='s' date='2026'>Survey</source>"
	    "<band grade='one' min='1000' max='2000' source='s'/>"
	    "</pay-table>");
}

static const char *least(struct fixture *f, const char *company,
			 const char *content)
{
	put(f, "workspace/templates/postings/p.xml",
	    rw_arena_printf(f->arena,
			    "<posting " NS " id='p' role='r' company='%s' "
			    "xml:lang='en'>%s</posting>",
			    company, content));
	return pay(posting(f, "p", NULL), "min");
}

static void a_table_speaks_for_its_company(void **state)
{
	struct fixture *f = *state;

	put_companies(f);
	assert_string_equal(least(f, "c", AT("bare")), "48000");
	assert_string_equal(least(f, "d", AT("bare")), "1000");
	assert_string_equal(least(f, "d", AT("bare") "<pay grade='two'/>"), "");
	assert_fine(f);
	put(f, "workspace/templates/companies/e.xml",
	    "<company " NS " id='e' xml:lang='en'><name>E</name></company>");
	fixture_reopen(f);
	assert_string_equal(least(f, "e", ""), "");
	assert_fine(f);
}

/* What a role names is a wish; what a posting names must be right. */
static void the_table_of_another_company(void **state)
{
	struct fixture *f = *state;

	put_companies(f);
	put_role(f, "r", NULL, "<title>R</title><pay grade='one' table='us'/>");
	assert_string_equal(least(f, "d", AT("bare")), "1000");
	assert_fine(f);
	put(f, "workspace/templates/postings/p.xml",
	    "<posting " NS " id='p' role='r' company='d' xml:lang='en'>"
	    "<pay grade='one' table='us'/></posting>");
	assert_null(posting(f, "p", NULL));
	assert_reported(f, "pay table 'us' is that of company 'c' [RW313]");
}

static const char *role_least(struct fixture *f, const char *site)
{
	put(f, "workspace/site.xml",
	    rw_arena_printf(f->arena,
			    "<site " NS " id='site' %s><title>S</title></site>",
			    site));
	fixture_reopen(f);
	return pay(role(f, "r", NULL), "min");
}

static void roles_show_the_pay_of_the_site(void **state)
{
	struct fixture *f = *state;

	put_companies(f);
	assert_string_equal(role_least(f, "company='c'"), "48000");
	assert_string_equal(role_least(f, "company='d'"), "1000");
	assert_string_equal(role_least(f, ""), "");
	assert_fine(f);
}

static void commission_in_words(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;
	struct rw_node *n;

	put_world(f);
	root = posted(f, "en-US",
		      AT("oakland") "<pay grade='one'><commission share='part' "
				    "min='0' max='9000'>C</commission></pay>");
	n = rw_node_child(rw_node_child(root, "pay"), "commission");
	assert_string_equal(rw_node_attr(n, "text"), "$0–$9,000");
	assert_string_equal(pay(root, "text"), "$57,500–$79,000");
}

static void money_in_three_languages(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_string_equal(pay(posted(f, "de-DE", AT("oakland")), "text"),
			    "57.500–79.000 $");
	assert_string_equal(pay(posted(f, "es-ES", AT("oakland")), "text"),
			    "57.500-79.000 US$");
}

/* ---------------------------------------------------------------- places */

static const char *place_text(struct fixture *f, const char *lang,
			      const char *content)
{
	const struct rw_node *root = posted(f, lang, content);

	assert_non_null(root);
	return attr(root, "place", "text");
}

static void places_in_words(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_string_equal(place_text(f, "en-US", AT("oakland")),
			    "Oakland, California");
	assert_string_equal(place_text(f, "en", AT("oakland")),
			    "Oakland, California, United States");
	assert_string_equal(place_text(f, "de", AT("oakland")),
			    "Oakland, California, Vereinigte Staaten");
	assert_string_equal(place_text(f, "es", AT("munich")),
			    "München, Bayern, Alemania");
	assert_string_equal(place_text(f, "de-DE", AT("munich")),
			    "München, Bayern");
	assert_string_equal(place_text(f, "en-US", AT("lowell")), "Lowell, MA");
	assert_fine(f);
}

static void unknown_place(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en", AT("oaklnd")));
	assert_reported(f, "there is no place 'oaklnd' [RW120]");
	assert_reported(f, "write 'oakland'");
}

static const char *work(struct fixture *f, const char *lang,
			const char *content)
{
	const struct rw_node *root = posted(f, lang, content);

	assert_non_null(root);
	return attr(root, "workplace", "text");
}

#define REMOTE(from) "<workplace mode='remote'>" from "</workplace>"

static void workplaces_in_words(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_string_equal(work(f, "en", "<workplace mode='hybrid'/>"),
			    "Hybrid");
	assert_string_equal(work(f, "en", REMOTE("<from country='US'/>")),
			    "Remote (United States)");
	assert_string_equal(work(f, "en",
				 REMOTE("<from country='DE'/>"
					"<from country='AT'/>")),
			    "Remote (Germany and Austria)");
	assert_string_equal(work(f, "de",
				 REMOTE("<from country='US' region='CO'/>"
					"<from country='US' region='UT'/>")),
			    "Remote (Colorado und Utah, Vereinigte Staaten)");
	assert_string_equal(work(f, "es", REMOTE("<from country='ES'/>")),
			    "En remoto (España)");
}

/* An author's name comes first, then the words of the language. */
static void regions_in_words(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_string_equal(
		work(f, "en", REMOTE("<from country='DE' region='BY'/>")),
		"Remote (Bavaria, Germany)");
	assert_string_equal(work(f, "de",
				 REMOTE("<from country='DE' region='BY'/>"
					"<from country='US' region='CA'/>")),
			    "Remote (Bayern, Deutschland und Kalifornien, "
			    "Vereinigte Staaten)");
	assert_string_equal(work(f, "es",
				 REMOTE("<from country='ES' region='CT' "
					"region-name='Catalunya'/>"
					"<from country='ES' region='PV'/>")),
			    "En remoto (Catalunya y País Vasco, España)");
	assert_string_equal(
		work(f, "en", REMOTE("<from country='CA' region='BC'/>")),
		"Remote (BC, Canada)");
}

static void unknown_supervisor(void **state)
{
	struct fixture *f = *state;

	put_world(f);
	assert_null(posted(f, "en", REMOTE("<supervisor place='nowhere'/>")));
	assert_reported(f, "there is no place 'nowhere' [RW120]");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_band_as_it_is),
		TEST(band_times_area_rounded),
		TEST(area_that_lowers),
		TEST(experience_by_factor),
		TEST(experience_by_middle),
		TEST(the_last_step_is_open),
		TEST(another_grade),
		TEST(an_area_by_name),
		TEST(an_area_by_city_and_region),
		TEST(several_places_one_span),
		TEST(the_table_of_the_country),
		TEST(places_with_different_tables),
		TEST(country_without_table),
		TEST(a_roles_table_abroad),
		TEST(own_figures),
		TEST(one_amount),
		TEST(units_of_the_table),
		TEST(unknown_table),
		TEST(unknown_grade),
		TEST(unknown_area),
		TEST(guidance_of_a_role),
		TEST(borrowed_tables),
		TEST(the_newest_table_in_effect),
		TEST(a_table_speaks_for_its_company),
		TEST(the_table_of_another_company),
		TEST(roles_show_the_pay_of_the_site),
		TEST(commission_in_words),
		TEST(money_in_three_languages),
		TEST(places_in_words),
		TEST(unknown_place),
		TEST(workplaces_in_words),
		TEST(regions_in_words),
		TEST(unknown_supervisor),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

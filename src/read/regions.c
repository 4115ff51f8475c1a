/*
 * States and provinces (ISO 3166-2), by the names that people use.
 */
#include "read/regions.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Code "": it is a number, which boards do not take. */
static const struct region {
	const char *country, *code, *name;
} regions[] = {
	{ "US", "AL", "Alabama" },
	{ "US", "AK", "Alaska" },
	{ "US", "AZ", "Arizona" },
	{ "US", "AR", "Arkansas" },
	{ "US", "CA", "California" },
	{ "US", "CO", "Colorado" },
	{ "US", "CT", "Connecticut" },
	{ "US", "DE", "Delaware" },
	{ "US", "DC", "District of Columbia" },
	{ "US", "FL", "Florida" },
	{ "US", "GA", "Georgia" },
	{ "US", "HI", "Hawaii" },
	{ "US", "ID", "Idaho" },
	{ "US", "IL", "Illinois" },
	{ "US", "IN", "Indiana" },
	{ "US", "IA", "Iowa" },
	{ "US", "KS", "Kansas" },
	{ "US", "KY", "Kentucky" },
	{ "US", "LA", "Louisiana" },
	{ "US", "ME", "Maine" },
	{ "US", "MD", "Maryland" },
	{ "US", "MA", "Massachusetts" },
	{ "US", "MI", "Michigan" },
	{ "US", "MN", "Minnesota" },
	{ "US", "MS", "Mississippi" },
	{ "US", "MO", "Missouri" },
	{ "US", "MT", "Montana" },
	{ "US", "NE", "Nebraska" },
	{ "US", "NV", "Nevada" },
	{ "US", "NH", "New Hampshire" },
	{ "US", "NJ", "New Jersey" },
	{ "US", "NM", "New Mexico" },
	{ "US", "NY", "New York" },
	{ "US", "NC", "North Carolina" },
	{ "US", "ND", "North Dakota" },
	{ "US", "OH", "Ohio" },
	{ "US", "OK", "Oklahoma" },
	{ "US", "OR", "Oregon" },
	{ "US", "PA", "Pennsylvania" },
	{ "US", "PR", "Puerto Rico" },
	{ "US", "RI", "Rhode Island" },
	{ "US", "SC", "South Carolina" },
	{ "US", "SD", "South Dakota" },
	{ "US", "TN", "Tennessee" },
	{ "US", "TX", "Texas" },
	{ "US", "UT", "Utah" },
	{ "US", "VT", "Vermont" },
	{ "US", "VA", "Virginia" },
	{ "US", "WA", "Washington" },
	{ "US", "WV", "West Virginia" },
	{ "US", "WI", "Wisconsin" },
	{ "US", "WY", "Wyoming" },
	{ "CA", "AB", "Alberta" },
	{ "CA", "BC", "British Columbia" },
	{ "CA", "MB", "Manitoba" },
	{ "CA", "NB", "New Brunswick" },
	{ "CA", "NL", "Newfoundland and Labrador" },
	{ "CA", "NS", "Nova Scotia" },
	{ "CA", "NT", "Northwest Territories" },
	{ "CA", "NU", "Nunavut" },
	{ "CA", "ON", "Ontario" },
	{ "CA", "PE", "Prince Edward Island" },
	{ "CA", "QC", "Quebec" },
	{ "CA", "QC", "Québec" },
	{ "CA", "SK", "Saskatchewan" },
	{ "CA", "YT", "Yukon" },
	{ "DE", "BW", "Baden-Württemberg" },
	{ "DE", "BY", "Bayern" },
	{ "DE", "BY", "Bavaria" },
	{ "DE", "BE", "Berlin" },
	{ "DE", "BB", "Brandenburg" },
	{ "DE", "HB", "Bremen" },
	{ "DE", "HH", "Hamburg" },
	{ "DE", "HE", "Hessen" },
	{ "DE", "MV", "Mecklenburg-Vorpommern" },
	{ "DE", "NI", "Niedersachsen" },
	{ "DE", "NW", "Nordrhein-Westfalen" },
	{ "DE", "RP", "Rheinland-Pfalz" },
	{ "DE", "SL", "Saarland" },
	{ "DE", "SN", "Sachsen" },
	{ "DE", "ST", "Sachsen-Anhalt" },
	{ "DE", "SH", "Schleswig-Holstein" },
	{ "DE", "TH", "Thüringen" },
	{ "CH", "AG", "Aargau" },
	{ "CH", "AI", "Appenzell Innerrhoden" },
	{ "CH", "AR", "Appenzell Ausserrhoden" },
	{ "CH", "BE", "Bern" },
	{ "CH", "BE", "Berne" },
	{ "CH", "BL", "Basel-Landschaft" },
	{ "CH", "BS", "Basel-Stadt" },
	{ "CH", "FR", "Freiburg" },
	{ "CH", "FR", "Fribourg" },
	{ "CH", "GE", "Genf" },
	{ "CH", "GE", "Genève" },
	{ "CH", "GE", "Geneva" },
	{ "CH", "GL", "Glarus" },
	{ "CH", "GR", "Graubünden" },
	{ "CH", "JU", "Jura" },
	{ "CH", "LU", "Luzern" },
	{ "CH", "LU", "Lucerne" },
	{ "CH", "NE", "Neuenburg" },
	{ "CH", "NE", "Neuchâtel" },
	{ "CH", "NW", "Nidwalden" },
	{ "CH", "OW", "Obwalden" },
	{ "CH", "SG", "St. Gallen" },
	{ "CH", "SH", "Schaffhausen" },
	{ "CH", "SO", "Solothurn" },
	{ "CH", "SZ", "Schwyz" },
	{ "CH", "TG", "Thurgau" },
	{ "CH", "TI", "Tessin" },
	{ "CH", "TI", "Ticino" },
	{ "CH", "UR", "Uri" },
	{ "CH", "VD", "Waadt" },
	{ "CH", "VD", "Vaud" },
	{ "CH", "VS", "Wallis" },
	{ "CH", "VS", "Valais" },
	{ "CH", "ZG", "Zug" },
	{ "CH", "ZH", "Zürich" },
	{ "CH", "ZH", "Zurich" },
	{ "ES", "AN", "Andalucía" },
	{ "ES", "AR", "Aragón" },
	{ "ES", "AS", "Asturias" },
	{ "ES", "CN", "Canarias" },
	{ "ES", "CB", "Cantabria" },
	{ "ES", "CL", "Castilla y León" },
	{ "ES", "CM", "Castilla-La Mancha" },
	{ "ES", "CT", "Cataluña" },
	{ "ES", "CT", "Catalunya" },
	{ "ES", "CT", "Catalonia" },
	{ "ES", "EX", "Extremadura" },
	{ "ES", "GA", "Galicia" },
	{ "ES", "IB", "Islas Baleares" },
	{ "ES", "IB", "Illes Balears" },
	{ "ES", "RI", "La Rioja" },
	{ "ES", "MD", "Madrid" },
	{ "ES", "MD", "Comunidad de Madrid" },
	{ "ES", "MC", "Murcia" },
	{ "ES", "MC", "Región de Murcia" },
	{ "ES", "NC", "Navarra" },
	{ "ES", "PV", "País Vasco" },
	{ "ES", "PV", "Euskadi" },
	{ "ES", "VC", "Comunidad Valenciana" },
	{ "ES", "VC", "Comunitat Valenciana" },
	{ "GB", "ENG", "England" },
	{ "GB", "SCT", "Scotland" },
	{ "GB", "WLS", "Wales" },
	{ "GB", "NIR", "Northern Ireland" },
	{ "AT", "", "Burgenland" },
	{ "AT", "", "Kärnten" },
	{ "AT", "", "Niederösterreich" },
	{ "AT", "", "NÖ" },
	{ "AT", "", "Oberösterreich" },
	{ "AT", "", "OÖ" },
	{ "AT", "", "Salzburg" },
	{ "AT", "", "Steiermark" },
	{ "AT", "", "Tirol" },
	{ "AT", "", "Vorarlberg" },
	{ "AT", "", "Wien" },
	{ "AT", "", "Vienna" },
	{ "DE", "NW", "NRW" },
};

/* Regions that are cities, or have one of their name. */
static const char *const cities[] = {
	"Berlin",   "Hamburg",	 "Bremen",    "Wien",	    "Vienna",
	"Salzburg", "Bern",	 "Berne",     "Fribourg",   "Freiburg",
	"Genf",	    "Genève",	 "Geneva",    "Glarus",	    "Luzern",
	"Lucerne",  "Neuchâtel", "Neuenburg", "St. Gallen", "Schaffhausen",
	"Schwyz",   "Solothurn", "Zug",	      "Zürich",	    "Zurich",
	"Madrid",   "Murcia",	 "New York",  "Quebec",	    "Québec",
};

static const struct region *find(const char *country, const char *text)
{
	text += strspn(text, " \t");
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		if (strcmp(regions[i].country, country) == 0 &&
		    ((regions[i].code[0] &&
		      strcasecmp(regions[i].code, text) == 0) ||
		     strcasecmp(regions[i].name, text) == 0))
			return &regions[i];
	return NULL;
}

bool rw_region_find(const char *country, const char *text, const char **code,
		    const char **name)
{
	const struct region *region = find(country, text);

	if (region == NULL)
		return false;
	*code = region->code[0] ? region->code : NULL;
	*name = region->name;
	return true;
}

bool rw_region_is_known(const char *text)
{
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		if (strcmp(regions[i].code, text) == 0 ||
		    strcasecmp(regions[i].name, text) == 0)
			return true;
	return false;
}

bool rw_region_is_city(const char *name)
{
	size_t i = 0, count = sizeof(cities) / sizeof(cities[0]);

	while (i < count && strcasecmp(cities[i], name) != 0)
		i++;
	return i < count;
}

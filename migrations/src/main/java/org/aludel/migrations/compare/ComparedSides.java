package org.aludel.migrations.compare;

import org.aludel.migrations.extension.Filters;
import org.aludel.schema.MetaData;

/** What of database and model is compared: both without what patterns and filters hide. */
record ComparedSides(MetaData database, MetaData model) {

  static ComparedSides of(MetaData database, MetaData model, CompareOptions options) {
    ObjectScope scope = new ObjectScope(options);
    MetaData wanted = scope.model(model);
    MetaData seen = scope.database(database, wanted);
    Filters filters = options.additions().filters();
    if (!filters.names().isEmpty()) {
      ComparedNames names = new ComparedNames(options.defaultSchema());
      seen = Trim.of(seen, new NameSight(seen, names, filters));
    }
    if (!filters.objects().isEmpty()) {
      ObjectSight sight = ObjectSight.of(seen, wanted, options.defaultSchema(), filters);
      seen = Trim.of(seen, sight);
      wanted = Trim.of(wanted, sight);
    }
    return new ComparedSides(seen, Dangling.without(model, wanted, database));
  }
}

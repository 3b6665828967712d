package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A draft as statements, in an order in which what they need is there. */
final class SchemaSql {
  private final int version;

  SchemaSql(int version) {
    this.version = version;
  }

  List<String> of(Draft draft, LostRows lost) {
    List<String> all = new ArrayList<>();
    for (String schema : draft.schemas) {
      if (!schema.equals("public")) {
        all.add("CREATE SCHEMA " + Names.quoted(schema));
      }
    }
    List<Draft.Part> parts = new ArrayList<>(draft.keptParts());
    parts.sort(Comparator.comparing(part -> part.kind));
    parts.stream().filter(each -> each.kind.beforeTables()).map(TypeSql::of).forEach(all::add);
    TableSql tables = new TableSql(version);
    draft.keptTables().forEach(each -> all.addAll(tables.of(each)));
    draft.keptTables().stream()
        .filter(each -> !lost.empty().contains(each.number))
        .forEach(each -> all.addAll(tables.rows(each, lost.free())));
    TablePartSql ofTables = new TablePartSql(version);
    DependentSql dependents = new DependentSql(version);
    for (Draft.Part part : parts) {
      if (part.kind.compareTo(PartKind.TABLE_FUNCTION) >= 0) {
        all.addAll(dependents.of(part));
      } else if (!part.kind.beforeTables()) {
        all.add(ofTables.of(part));
        if (part.variant.chance(9, 6) && part.kind.compareTo(PartKind.INDEX) < 0) {
          all.add(comment(part));
        }
      }
    }
    return all.stream().filter(each -> !each.isEmpty()).toList();
  }

  private static String comment(Draft.Part part) {
    Draft.Table table = Objects.requireNonNull(part.table);
    return "COMMENT ON CONSTRAINT "
        + Names.quoted(part.name)
        + " ON "
        + table.sql()
        + " IS 'it''s'";
  }
}

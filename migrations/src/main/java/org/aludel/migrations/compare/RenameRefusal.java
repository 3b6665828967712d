package org.aludel.migrations.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.Table;
import org.aludel.util.Suggestion;

/** Says why a rename fits nothing, or too much, and what may have been meant. */
record RenameRefusal(RenameText text, MetaData database, MetaData model) {
  private static final int SHOWN = 5;
  private static final String EXPECTED =
      "old:new, where old is in the database and new in the model";

  RevisionException ambiguous(List<Operation> fitting) {
    return new RevisionException(
        Problem.of(
                MigrationCode.AMBIGUOUS_RENAME,
                "cannot rename as \"" + text.text() + "\": it fits more than one object")
            .found(String.join("\n", fitting.stream().map(Operation::describe).toList()))
            .expected("a name that only one object has")
            .fix(
                "write the schema too, as in billing.invoice.total:amount, the types that a"
                    + " routine takes, as in total(integer):sum, or the kind, as in"
                    + " type:mood:feeling"));
  }

  /**
   * @param readings what the text may mean
   */
  RevisionException unfit(List<RenameHint> readings) {
    List<RenameHint> old = having(readings, NamedSide.old(database));
    List<RenameHint> wanted = having(readings, NamedSide.renamed(model));
    String found;
    if (old.isEmpty()) {
      found = unknown("the database has nothing named", text.from(), database, model);
    } else if (!having(old, NamedSide.renamed(database)).isEmpty()) {
      found = "the database has \"" + text.from() + "\" and \"" + text.to() + "\" already";
    } else if (wanted.isEmpty()) {
      found = unknown("the model has nothing named", text.to(), model, database);
    } else {
      found = "other kinds: " + kinds(old) + " in the database, " + kinds(wanted) + " in the model";
    }
    return new RevisionException(
        Problem.of(
                MigrationCode.AMBIGUOUS_RENAME,
                "cannot rename as \"" + text.text() + "\": it fits no object")
            .found(found)
            .expected(EXPECTED)
            .fix(
                "-Dorm.rename=user_account.name:full_name   or  "
                    + " -Dorm.rename=old_table:new_table"));
  }

  private static List<RenameHint> having(List<RenameHint> readings, NamedSide side) {
    return readings.stream().filter(each -> each.accept(side)).toList();
  }

  private static String unknown(String phrase, String name, MetaData side, MetaData other) {
    Set<String> alone = names(side);
    alone.removeAll(names(other));
    List<String> shown = alone.stream().limit(SHOWN).toList();
    String candidates =
        shown.isEmpty()
            ? ""
            : "\nonly there: "
                + String.join(", ", shown)
                + (alone.size() > shown.size() ? ", and more" : "");
    Set<String> all = names(side);
    all.addAll(parts(side));
    return phrase + " \"" + name + "\"" + Suggestion.phrase(name, all) + candidates;
  }

  private static String kinds(List<RenameHint> hints) {
    return String.join(
        " or ", hints.stream().map(RenameRefusal::kind).distinct().sorted().toList());
  }

  private static String kind(RenameHint hint) {
    if (hint instanceof RenameHint.OfObject object) {
      return object.from().kind() == ObjectKind.COLUMN ? "attribute" : object.from().kind().label();
    }
    if (hint instanceof RenameHint.OfTable) {
      return "table";
    }
    if (hint instanceof RenameHint.OfSequence) {
      return "sequence";
    }
    return hint instanceof RenameHint.OfColumn ? "column" : "enum value";
  }

  /** As they are written before the colon. */
  private static Set<String> names(MetaData side) {
    Set<String> names = new TreeSet<>();
    for (Table table : side.tables()) {
      names.add(table.name().toString());
      table.columns().forEach(each -> names.add(table.name() + "." + each.name()));
    }
    side.sequences().forEach(each -> names.add(each.name().toString()));
    side.namespaces().forEach(each -> names.add(each.name()));
    side.enums()
        .forEach(
            each -> {
              names.add(each.name().toString());
              each.labels().forEach(label -> names.add(each.name() + "." + label));
            });
    for (CompositeType type : side.compositeTypes()) {
      type.attributes().forEach(each -> names.add(type.name() + "." + each.name()));
    }
    side.objects().forEach(each -> names.add(ObjectName.of(each.reference()).text()));
    return names;
  }

  /** As they are written behind the colon. */
  private static Set<String> parts(MetaData side) {
    return names(side).stream()
        .map(each -> each.substring(each.lastIndexOf('.') + 1))
        .map(each -> each.contains("(") ? each.substring(0, each.indexOf('(')) : each)
        .collect(Collectors.toSet());
  }
}

package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.migrations.extension.ComparedName;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** The objects of two sides beside each other, as extensions are asked about them. */
final class Pairing {
  private final ComparedNames names;

  Pairing(String defaultSchema) {
    this.names = new ComparedNames(defaultSchema);
  }

  /** An object that one side has or both have. */
  record Pair(ComparedName name, @Nullable Object database, @Nullable Object model) {
    /** That of the model where it has one. */
    Object either() {
      return Objects.requireNonNull(model == null ? database : model);
    }
  }

  /** All objects that are no parts of tables, kind by kind, in the order of names. */
  List<Pair> wholes(MetaData database, MetaData model) {
    List<Pair> pairs = new ArrayList<>();
    pairs.addAll(
        matched(
            database.namespaces(),
            model.namespaces(),
            Namespace::name,
            each -> names.schema(each.name())));
    pairs.addAll(
        matched(
            database.extensions(),
            model.extensions(),
            Extension::name,
            each -> names.whole(ObjectKind.EXTENSION, QualifiedName.of(each.name()))));
    pairs.addAll(
        matched(
            database.enums(),
            model.enums(),
            EnumType::name,
            each -> names.whole(ObjectKind.ENUM, each.name())));
    pairs.addAll(
        matched(
            database.sequences(),
            model.sequences(),
            Sequence::name,
            each -> names.whole(ObjectKind.SEQUENCE, each.name())));
    pairs.addAll(
        matched(
            database.tablesAndPartitions(),
            model.tablesAndPartitions(),
            Table::name,
            each -> names.whole(ObjectKind.TABLE, each.name())));
    pairs.addAll(
        matched(
            database.objects(),
            model.objects(),
            SchemaObject::reference,
            each -> names.of(each.reference())));
    return pairs;
  }

  /** Columns, constraints and indexes of a table that one side has or both have. */
  List<Pair> parts(Pair tables) {
    Table database = (Table) tables.database();
    Table model = (Table) tables.model();
    QualifiedName owner = ((Table) tables.either()).name();
    List<Pair> pairs = new ArrayList<>();
    pairs.addAll(
        matched(
            database == null ? List.of() : database.columns(),
            model == null ? List.of() : model.columns(),
            Column::name,
            each -> names.part("column", owner, each.name())));
    pairs.addAll(
        byContent(
            database == null ? List.of() : database.constraints(),
            model == null ? List.of() : model.constraints(),
            Constraint::name,
            ConstraintComparator::content,
            each -> names.part(ComparedNames.word(each), owner, each.name().text())));
    pairs.addAll(
        byContent(
            database == null ? List.of() : database.indexes(),
            model == null ? List.of() : model.indexes(),
            Index::name,
            IndexComparator::content,
            each -> names.part("index", owner, each.name().text())));
    return pairs;
  }

  private static <T, N extends Comparable<N>> List<Pair> matched(
      List<T> database, List<T> model, Function<T, N> key, Function<T, ComparedName> name) {
    Matched<T> match = Matched.byName(database, model, key);
    List<Pair> pairs = new ArrayList<>();
    match
        .pairs()
        .forEach(
            each -> pairs.add(new Pair(name.apply(each.model()), each.database(), each.model())));
    match.modelOnly().forEach(each -> pairs.add(new Pair(name.apply(each), null, each)));
    match.databaseOnly().forEach(each -> pairs.add(new Pair(name.apply(each), each, null)));
    return pairs;
  }

  /** By content first: a name that the convention gave is none that the database must have. */
  private static <T> List<Pair> byContent(
      List<T> database,
      List<T> model,
      Function<T, ConstraintName> key,
      Function<T, ?> content,
      Function<T, ComparedName> name) {
    ContentMatch<T> match = ContentMatch.of(database, model, key, content);
    List<Pair> pairs = new ArrayList<>();
    match
        .pairs()
        .forEach(
            each -> pairs.add(new Pair(name.apply(each.model()), each.database(), each.model())));
    pairs.addAll(
        matched(match.databaseOnly(), match.modelOnly(), each -> key.apply(each).text(), name));
    return pairs;
  }
}

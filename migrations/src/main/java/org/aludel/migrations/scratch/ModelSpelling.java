package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.compare.SystemColumns;
import org.aludel.migrations.operation.NameMapping;
import org.aludel.migrations.operation.SchemaRewrite;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A model as a database would list it: names of the default schema without the schema, the schemas
 * that names imply, no columns that every table has anyway.
 */
final class ModelSpelling implements NameMapping {
  /** There before anything is created, also where another schema is the default one. */
  private static final String IN_EVERY_DATABASE = "public";

  private final String defaultSchema;

  private ModelSpelling(String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  static MetaData of(MetaData model, String defaultSchema) {
    MetaData spelled = SchemaRewrite.of(model, new ModelSpelling(defaultSchema));
    return spelled
        .withNamespaces(namespaces(spelled, defaultSchema))
        .withTables(spelled.tables().stream().map(ModelSpelling::withoutSystemColumns).toList());
  }

  @Override
  public QualifiedName table(QualifiedName table) {
    return spelled(table);
  }

  @Override
  public QualifiedName sequence(Sequence sequence) {
    return spelled(sequence.name());
  }

  @Override
  public EnumType enumType(EnumType type) {
    return new EnumType(spelled(type.name()), type.labels(), type.comment());
  }

  private QualifiedName spelled(QualifiedName name) {
    return defaultSchema.equals(name.schema()) ? QualifiedName.of(name.name()) : name;
  }

  private static Table withoutSystemColumns(Table table) {
    return table.withColumns(
        table.columns().stream().filter(each -> !SystemColumns.contains(each.name())).toList());
  }

  private static List<Namespace> namespaces(MetaData model, String defaultSchema) {
    List<Namespace> namespaces = new ArrayList<>();
    Set<String> known = new HashSet<>(List.of(defaultSchema, IN_EVERY_DATABASE));
    for (Namespace each : model.namespaces()) {
      if (each.inEveryDatabase() || known.add(each.name())) {
        namespaces.add(each);
      }
    }
    Set<String> implied = new TreeSet<>();
    model.tables().forEach(each -> add(implied, each.name().schema()));
    model.sequences().forEach(each -> add(implied, each.name().schema()));
    model.enums().forEach(each -> add(implied, each.name().schema()));
    model.objects().forEach(each -> add(implied, each.reference().name().schema()));
    model.extensions().forEach(each -> add(implied, each.schema()));
    for (String each : implied) {
      if (known.add(each)) {
        namespaces.add(new Namespace(each, null));
      }
    }
    return namespaces;
  }

  private static void add(Set<String> schemas, @Nullable String schema) {
    if (schema != null) {
      schemas.add(schema);
    }
  }
}

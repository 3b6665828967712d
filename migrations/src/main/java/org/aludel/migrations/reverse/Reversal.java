package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/**
 * A schema as classes, and as SQL what they do not say: the files are the plan that leads from the
 * schema of the classes to the whole, so that nothing is left between them.
 */
public final class Reversal {
  private final Dialect dialect;
  private final CompareOptions options;

  /**
   * @param options what of the schema counts
   */
  public Reversal(Dialect dialect, CompareOptions options) {
    this.dialect = dialect;
    this.options = options;
  }

  /** The files of a schema; the same for the same schema, to the byte. */
  public ReverseFiles of(MetaData live, ReverseRules rules) {
    MetaData wanted = Comparison.compare(live, live, options).model();
    EntityFinder finder = new EntityFinder(wanted, new ClassNames(rules));
    List<Entity> entities = finder.entities(rules.inverse());
    MetaData said = said(wanted, entities, finder);
    Differences differences = Comparison.compare(said, wanted, options);
    MigrationPlan plan =
        MigrationPlan.of(
            OperationOrder.sort(
                differences.operations(), differences.database(), differences.model()),
            new DdlPlan(dialect.quoter(), options.defaultSchema()),
            dialect.ddlCompiler());
    Map<QualifiedName, String> reasons = reasons(wanted);
    List<String> notMapped = new ArrayList<>();
    reasons.forEach((table, reason) -> notMapped.add(table + ": " + reason));
    return new ReverseFiles(
        classes(entities, finder, wanted, rules), SqlFiles.of(plan, reasons), notMapped, said);
  }

  private static Map<QualifiedName, String> reasons(MetaData schema) {
    Map<QualifiedName, String> reasons = new TreeMap<>();
    for (Table table : schema.tables()) {
      Mappable.obstacle(table, schema).ifPresent(reason -> reasons.put(table.name(), reason));
    }
    return reasons;
  }

  private static MetaData said(MetaData live, List<Entity> entities, EntityFinder finder) {
    List<Sequence> sequences = new ArrayList<>();
    Set<String> schemas = new TreeSet<>();
    for (Entity entity : entities) {
      addSchema(schemas, entity.said().name());
      for (Attribute attribute : entity.attributes()) {
        Sequence sequence = attribute.facts().sequence();
        if (sequence != null) {
          sequences.add(sequence);
          addSchema(schemas, sequence.name());
        }
      }
    }
    List<EnumType> enums =
        live.enums().stream()
            .filter(each -> finder.enumClasses().containsKey(each.name()))
            .filter(EnumSource::plain)
            .map(each -> new EnumType(each.name(), each.labels(), null))
            .toList();
    enums.forEach(each -> addSchema(schemas, each.name()));
    List<Namespace> namespaces = new ArrayList<>();
    live.namespaces().stream().filter(Namespace::inEveryDatabase).forEach(namespaces::add);
    schemas.forEach(each -> namespaces.add(new Namespace(each, null)));
    return MetaData.ofTables(entities.stream().map(Entity::said).toList())
        .withSequences(sequences)
        .withEnums(enums)
        .withNamespaces(namespaces);
  }

  private static void addSchema(Set<String> schemas, QualifiedName name) {
    if (name.schema() != null) {
      schemas.add(name.schema());
    }
  }

  private static SortedMap<String, String> classes(
      List<Entity> entities, EntityFinder finder, MetaData live, ReverseRules rules) {
    SortedMap<String, String> classes = new TreeMap<>();
    String folder = rules.packageName().replace('.', '/') + "/";
    if (!entities.isEmpty()) {
      classes.put(folder + "Base.java", EntitySource.base(rules.packageName()));
    }
    for (Entity entity : entities) {
      classes.put(
          folder + entity.name() + ".java", new EntitySource(rules.packageName(), entity).text());
    }
    for (EnumType type : live.enums()) {
      String name = finder.enumClasses().get(type.name());
      if (name != null) {
        classes.put(
            folder + name + ".java", new EnumSource(rules.packageName(), name, type).text());
      }
    }
    return classes;
  }
}

package org.aludel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The package table of docs/architecture.md; a package that is not in it fails. */
final class ArchitectureTest {
  private static final String ROOT = "org.aludel";
  private static final Set<String> STATEMENTS = Set.of("schema", "sql", "type");
  private static final Set<String> DIALECT =
      Set.of("compile", "reflect", "ddl", "schema", "schema.translation", "sql", "type");

  /** Besides error and util, which all may use. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("error", Set.of()),
          Map.entry("error.database", Set.of()),
          Map.entry("util", Set.of()),
          Map.entry("type.value", Set.of()),
          Map.entry("type.text", Set.of("type.value")),
          Map.entry("type", Set.of("type.text", "type.value")),
          Map.entry("instrument", Set.of("type")),
          Map.entry("sql", Set.of("type")),
          Map.entry("sql.operator", Set.of("sql", "type", "type.value")),
          Map.entry("sql.function", Set.of("sql", "sql.operator", "type", "type.value")),
          Map.entry("schema", Set.of("sql", "type")),
          Map.entry("schema.translation", STATEMENTS),
          Map.entry("ddl", STATEMENTS),
          Map.entry("compile", Set.of("ddl", "schema", "schema.translation", "sql", "type")),
          Map.entry("reflect", STATEMENTS),
          Map.entry("dialect", DIALECT),
          Map.entry("dialect.postgresql", plus(DIALECT, "dialect")),
          Map.entry("dialect.sqlite", plus(DIALECT, "dialect")),
          Map.entry("engine.pool", Set.of()),
          Map.entry("engine.option", Set.of("dialect", "schema.translation")),
          Map.entry("engine", plus(DIALECT, "dialect", "engine.pool", "engine.option")),
          Map.entry("engine.retry", Set.of("engine")),
          Map.entry("engine.replica", Set.of("engine", "engine.option", "dialect")),
          Map.entry("engine.setting", Set.of("engine", "engine.option", "engine.pool", "dialect")),
          Map.entry("orm.annotation", Set.of("type")),
          Map.entry("orm.collection", Set.of("sql")),
          Map.entry(
              "orm.metamodel", Set.of("instrument", "sql", "sql.operator", "type", "type.value")),
          Map.entry("orm.inheritance", STATEMENTS),
          Map.entry("orm.element", plus(STATEMENTS, "instrument")),
          Map.entry(
              "orm.mapping",
              plus(
                  STATEMENTS,
                  "orm.annotation",
                  "orm.collection",
                  "orm.element",
                  "orm.inheritance",
                  "instrument")),
          Map.entry("orm.hierarchy", plus(STATEMENTS, "orm.mapping", "orm.inheritance")),
          Map.entry(
              "orm.deferred",
              plus(STATEMENTS, "orm.mapping", "orm.inheritance", "orm.hierarchy", "instrument")),
          Map.entry(
              "orm.state",
              plus(
                  STATEMENTS,
                  "orm.collection",
                  "orm.deferred",
                  "orm.element",
                  "orm.event",
                  "orm.mapping",
                  "orm.hierarchy",
                  "instrument",
                  "dialect")),
          Map.entry("orm.event", Set.of("instrument", "engine")),
          Map.entry("orm.moment", plus(STATEMENTS, "orm.mapping")),
          Map.entry("orm.unitofwork", plus(rows(), "orm.moment", "schema.translation")),
          Map.entry("orm.loading", rows()),
          Map.entry("orm.bulk", plus(rows(), "orm.loading", "orm.hierarchy")),
          Map.entry("orm.query", plus(rows(), "orm.loading", "orm.metamodel")),
          Map.entry(
              "orm.session",
              plus(
                  rows(),
                  "orm.bulk",
                  "orm.loading",
                  "orm.query",
                  "orm.unitofwork",
                  "orm.metamodel",
                  "engine.retry")));

  /** What reads and writes rows of mapped classes. */
  private static Set<String> rows() {
    return plus(
        STATEMENTS,
        "orm.collection",
        "orm.state",
        "orm.deferred",
        "orm.element",
        "orm.event",
        "orm.mapping",
        "orm.hierarchy",
        "orm.inheritance",
        "instrument",
        "engine",
        "engine.option",
        "dialect",
        "compile");
  }

  private static final Set<String> API =
      Set.of(
          "error",
          "error.database",
          "type",
          "type.value",
          "sql",
          "sql.operator",
          "sql.function",
          "schema",
          "schema.translation",
          "ddl",
          "compile",
          "reflect",
          "dialect",
          "engine",
          "engine.pool",
          "engine.option",
          "engine.retry",
          "engine.replica",
          "engine.setting",
          "instrument",
          "orm.annotation",
          "orm.collection",
          "orm.metamodel",
          "orm.event",
          "orm.element",
          "orm.deferred",
          "orm.state",
          "orm.mapping",
          "orm.inheritance",
          "orm.hierarchy",
          "orm.session");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/toolkit-core/"))
          .importPackages(ROOT);

  private static Set<String> plus(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  @Test
  void followsThePackageTable() {
    Map<String, Set<String>> withLeaves =
        ALLOWED.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    row -> plus(row.getValue(), "error", "error.database", "util")));

    assertThat(new ArchitectureRules(ROOT, withLeaves, API).violations())
        // Echo without an SLF4J provider goes to standard output: that is what it promises.
        .filteredOn(violation -> !violation.contains("engine.EchoListener"))
        .isEmpty();
  }

  @Test
  void leavesJdbcToThePackagesThatTalkToDrivers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("type", "instrument", "reflect", "dialect..", "engine.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .check(CLASSES);
  }

  @Test
  void leavesReflectionToInstrument() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("instrument"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(CLASSES);
  }

  @Test
  void namesNoSingleDatabaseOutsideItsDialect() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages("dialect.postgresql", "dialect.sqlite"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".dialect.postgresql..", ROOT + ".dialect.sqlite..")
        .check(CLASSES);
  }

  private static String[] packages(String... names) {
    return Set.of(names).stream().map(name -> ROOT + "." + name).toArray(String[]::new);
  }
}

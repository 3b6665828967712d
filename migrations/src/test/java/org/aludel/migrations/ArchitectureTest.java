package org.aludel.migrations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/**
 * The package table of docs/architecture.md with the packages of Core that each may use. The root
 * is that of all modules, so that a use of {@code org.aludel.orm} fails: the migrations are handed
 * values, never mappers.
 */
class ArchitectureTest {
  private static final Set<String> SCHEMA = Set.of("schema", "sql", "type");
  private static final Set<String> STATEMENTS = Set.of("compile", "ddl", "schema", "sql", "type");
  private static final Set<String> STATEMENTS_AND_DIALECT =
      Set.of("compile", "ddl", "dialect", "schema", "sql", "type");
  private static final Set<String> DATABASE =
      Set.of("compile", "ddl", "dialect", "engine", "reflect", "schema", "sql", "type");

  /** Besides error and util, which all may use; the packages of this module by their last name. */
  private static final Map<String, Set<String>> ROWS =
      Map.ofEntries(
          Map.entry("yaml", row(Set.of())),
          Map.entry("lexer", row(Set.of())),
          Map.entry("dialect", row(Set.of("dialect"))),
          Map.entry(
              "sqlite",
              row(
                  DATABASE,
                  "dialect",
                  "contention",
                  "extension",
                  "loss",
                  "operation",
                  "plan",
                  "rows",
                  "runtime",
                  "scratch",
                  "step")),
          Map.entry("config", row(Set.of("engine"), "yaml")),
          Map.entry("revision", row(Set.of())),
          Map.entry("operation", row(STATEMENTS, "lexer", "revision")),
          Map.entry("extension", row(DATABASE, "dialect", "operation", "revision")),
          Map.entry(
              "scratch", row(DATABASE, "dialect", "operation", "extension", "compare", "plan")),
          Map.entry("model", row(DATABASE, "handover", "scratch", "compare")),
          Map.entry("rename", row(STATEMENTS, "lexer", "operation")),
          Map.entry("handover", row(STATEMENTS, "operation", "plan")),
          Map.entry(
              "compare",
              row(STATEMENTS, "operation", "extension", "rename", "handover", "rebuild")),
          Map.entry("rebuild", row(STATEMENTS, "operation")),
          Map.entry("rows", row(STATEMENTS, "operation", "rebuild")),
          Map.entry("privilege", row(SCHEMA, "operation")),
          Map.entry(
              "plan",
              row(STATEMENTS_AND_DIALECT, "dialect", "operation", "privilege", "rows", "rebuild")),
          Map.entry("online", row(rendering(), "plan", "operation", "rows")),
          Map.entry("lint", row(SCHEMA, "plan", "operation")),
          Map.entry(
              "render", row(rendering(), "lexer", "extension", "operation", "plan", "revision")),
          Map.entry("contention", row(DATABASE)),
          Map.entry("reverse", row(rendering(), "compare", "plan", "operation")),
          Map.entry("leftover", row(DATABASE)),
          Map.entry("step", row(DATABASE, "contention")),
          Map.entry("liquibase", row(DATABASE, "contention", "step")),
          Map.entry("script", row(Set.of(), "yaml", "config", "revision", "step")),
          Map.entry("authoring", row(Set.of(), "revision", "script")),
          Map.entry("loss", row(DATABASE, "contention", "revision")),
          Map.entry(
              "runtime",
              row(
                  DATABASE,
                  "dialect",
                  "script",
                  "revision",
                  "plan",
                  "operation",
                  "render",
                  "contention",
                  "loss",
                  "leftover",
                  "step")),
          Map.entry("hook", row(Set.of(), "config", "extension", "revision")),
          Map.entry(
              "tenant",
              row(
                  DATABASE,
                  "lexer",
                  "config",
                  "contention",
                  "revision",
                  "render",
                  "runtime",
                  "script")),
          Map.entry(
              "replay",
              row(
                  Set.of("engine", "reflect", "schema", "sql", "compile", "dialect", "type"),
                  "compare",
                  "operation",
                  "revision",
                  "runtime",
                  "scratch")),
          Map.entry(
              "repair",
              row(
                  Set.of("engine", "sql", "dialect", "compile", "schema", "type"),
                  "revision",
                  "runtime",
                  "scratch",
                  "script")),
          Map.entry(
              "seed",
              row(
                  Set.of("engine", "reflect", "sql", "dialect", "compile", "schema", "type"),
                  "scratch")),
          Map.entry("review", row(Set.of(), "lexer", "handover", "revision", "runtime")),
          Map.entry("check", row(DATABASE, "revision", "script", "runtime", "render")),
          Map.entry(
              "standalone",
              row(Set.of("engine"), "command", "config", "revision", "runtime", "script")),
          Map.entry(
              "command",
              row(
                  DATABASE,
                  "config",
                  "handover",
                  "hook",
                  "step",
                  "tenant",
                  "extension",
                  "revision",
                  "operation",
                  "scratch",
                  "model",
                  "compare",
                  "rows",
                  "plan",
                  "online",
                  "loss",
                  "review",
                  "lint",
                  "render",
                  "script",
                  "authoring",
                  "contention",
                  "runtime",
                  "replay",
                  "repair",
                  "seed",
                  "check",
                  "reverse")));

  /**
   * @param core packages of Core
   * @param own packages of this module
   */
  private static Set<String> row(Set<String> core, String... own) {
    Set<String> all = new HashSet<>(core);
    all.addAll(Set.of("error", "util"));
    for (String each : own) {
      all.add("migrations." + each);
    }
    return all;
  }

  private static Set<String> rendering() {
    Set<String> all = new HashSet<>(STATEMENTS);
    all.add("dialect");
    return all;
  }

  @Test
  void followsTheRules() {
    Map<String, Set<String>> allowed = new HashMap<>();
    ROWS.forEach((name, row) -> allowed.put("migrations." + name, row));

    new ArchitectureRules("org.aludel", allowed, Set.of()).check();
  }
}

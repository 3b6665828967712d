package org.aludel.migrations.extension;

import org.jspecify.annotations.Nullable;

/**
 * An object of a database or a model, known by its name alone.
 *
 * @param kind such as {@code schema}, {@code table}, {@code column}, {@code index}, {@code
 *     primary_key}, {@code unique_constraint}, {@code check_constraint}, {@code
 *     foreign_key_constraint}, {@code exclude_constraint}, {@code sequence}, {@code enum}, {@code
 *     view}, {@code function}, {@code trigger}; a filter must bear kinds that it does not know
 * @param name its own name, as the database has it; a routine's with the types that it takes
 * @param schema the schema by its own name, the default schema's too; null for what is in none
 * @param table the table or view of a part of one, without its schema; null for whole objects
 */
public record ComparedName(
    String kind, String name, @Nullable String schema, @Nullable String table) {

  /** Such as {@code public.person.email}. */
  public String qualified() {
    return (schema == null ? "" : schema + ".") + (table == null ? "" : table + ".") + name;
  }

  @Override
  public String toString() {
    return kind + " " + qualified();
  }
}

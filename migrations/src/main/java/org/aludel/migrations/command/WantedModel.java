package org.aludel.migrations.command;

import java.util.List;
import java.util.Objects;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.migrations.model.JoinedModel;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Rename;

/**
 * The schema that mapped classes ask for, handed in by whoever knows them.
 *
 * @param renames which objects had other names
 */
public record WantedModel(MetaData schema, List<RenameHint> renames) {
  public WantedModel {
    renames = List.copyOf(renames);
  }

  /** A schema with the renames that it tells of itself, as that of a mapping registry does. */
  public static WantedModel of(MetaData schema) {
    return new WantedModel(schema, schema.renames().stream().map(WantedModel::hint).toList());
  }

  /**
   * Several schemas that share one database.
   *
   * @param defaultSchema the schema of names without one, such as {@code public}
   * @throws org.aludel.error.UsageException DUPLICATE_OBJECT naming what stands in several
   */
  public static WantedModel of(List<MetaData> schemas, String defaultSchema) {
    return of(JoinedModel.of(schemas, defaultSchema));
  }

  private static RenameHint hint(Rename rename) {
    return switch (rename.kind()) {
      case TABLE -> new RenameHint.OfTable(rename.before(), rename.object());
      case ENUM ->
          new RenameHint.OfObject(
              ObjectReference.of(ObjectKind.ENUM, rename.before()),
              ObjectReference.of(ObjectKind.ENUM, rename.object()));
      case ENUM_VALUE ->
          new RenameHint.OfEnumValue(
              rename.object(), rename.from(), Objects.requireNonNull(rename.column()));
      case SEQUENCE -> new RenameHint.OfSequence(rename.before(), rename.object());
      case COLUMN ->
          new RenameHint.OfColumn(
              rename.object(), rename.from(), Objects.requireNonNull(rename.column()));
    };
  }
}

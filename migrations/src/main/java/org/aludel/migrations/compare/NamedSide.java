package org.aludel.migrations.compare;

import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** Whether a schema has what a hint speaks of, by its old or its new name. */
record NamedSide(MetaData side, boolean isRenamed) implements RenameHint.Visitor<Boolean> {
  static NamedSide old(MetaData side) {
    return new NamedSide(side, false);
  }

  static NamedSide renamed(MetaData side) {
    return new NamedSide(side, true);
  }

  @Override
  public Boolean visitTable(RenameHint.OfTable hint) {
    return side.table(isRenamed ? hint.to() : hint.from()).isPresent();
  }

  @Override
  public Boolean visitColumn(RenameHint.OfColumn hint) {
    String column = isRenamed ? hint.to() : hint.from();
    return side.table(hint.table()).flatMap(each -> each.column(column)).isPresent();
  }

  @Override
  public Boolean visitSequence(RenameHint.OfSequence hint) {
    QualifiedName name = isRenamed ? hint.to() : hint.from();
    return side.sequences().stream().anyMatch(each -> each.name().equals(name));
  }

  @Override
  public Boolean visitEnumValue(RenameHint.OfEnumValue hint) {
    String label = isRenamed ? hint.to() : hint.from();
    return side.enums().stream()
        .filter(each -> each.name().equals(hint.type()))
        .map(EnumType::labels)
        .anyMatch(labels -> labels.contains(label));
  }

  @Override
  public Boolean visitObject(RenameHint.OfObject hint) {
    return has(isRenamed ? hint.to() : hint.from());
  }

  /** Never asked: a text is taken apart first. */
  @Override
  public Boolean visitAny(RenameHint.OfAny hint) {
    return false;
  }

  private boolean has(ObjectReference object) {
    QualifiedName name = object.name();
    return switch (object.kind()) {
      case SCHEMA -> side.namespaces().stream().anyMatch(each -> each.name().equals(name.name()));
      case ENUM -> side.enums().stream().anyMatch(each -> each.name().equals(name));
      case COLUMN ->
          side.compositeTypes().stream()
              .filter(each -> each.name().equals(name))
              .flatMap(each -> each.attributes().stream())
              .anyMatch(each -> each.name().equals(object.part()));
      case DOMAIN_CONSTRAINT ->
          side.domains().stream()
              .filter(each -> each.name().equals(name))
              .flatMap(each -> each.checks().stream())
              .anyMatch(each -> each.name().text().equals(object.part()));
      default -> object.kind() != ObjectKind.TABLE && side.object(object).isPresent();
    };
  }
}

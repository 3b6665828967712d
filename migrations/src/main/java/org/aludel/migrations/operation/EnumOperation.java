package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.EnumType;
import org.aludel.schema.QualifiedName;

/** Operations on enum types. */
public sealed interface EnumOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitEnum(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitAddValue(AddValue operation);

    R visitRemoveValue(RemoveValue operation);

    R visitRenameValue(RenameValue operation);

    R visitChange(Change operation);
  }

  /** Creates an enum type. */
  record Create(EnumType type) implements EnumOperation {
    @Override
    public Drop inverse() {
      return new Drop(type);
    }

    @Override
    public String describe() {
      return "create enum  " + type.name() + " " + Phrase.list(type.labels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Drops an enum type that nothing uses by then. */
  record Drop(EnumType type) implements EnumOperation {
    @Override
    public Create inverse() {
      return new Create(type);
    }

    @Override
    public String describe() {
      return "drop enum  " + type.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /**
   * Adds a label, before anything else happens.
   *
   * @param from the type before, also before labels of it are renamed
   * @param index where the label stands afterwards, from 0
   * @param uses what uses the type then, for the way back
   */
  record AddValue(EnumType from, String label, int index, EnumUses uses) implements EnumOperation {
    /** The type afterwards. */
    public EnumType to() {
      List<String> labels = new ArrayList<>(from.labels());
      labels.add(index, label);
      return new EnumType(from.name(), labels, from.comment());
    }

    private String position() {
      if (index == from.labels().size()) {
        return "";
      }
      return " before " + Phrase.quoted(from.labels().get(index));
    }

    @Override
    public RemoveValue inverse() {
      return new RemoveValue(to(), label, uses);
    }

    @Override
    public String describe() {
      return "add enum value  " + from.name() + " " + Phrase.quoted(label) + position();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddValue(this);
    }
  }

  /**
   * Removes a label by exchanging the type; refuses while a row holds it.
   *
   * @param from the type before, with the label
   * @param uses what uses the type then
   */
  record RemoveValue(EnumType from, String label, EnumUses uses) implements EnumOperation {
    /** The type afterwards. */
    public EnumType to() {
      List<String> labels = new ArrayList<>(from.labels());
      labels.remove(label);
      return new EnumType(from.name(), labels, from.comment());
    }

    @Override
    public AddValue inverse() {
      return new AddValue(to(), label, from.labels().indexOf(label), uses);
    }

    @Override
    public String describe() {
      return "remove enum value  " + from.name() + " " + Phrase.quoted(label);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRemoveValue(this);
    }
  }

  /** Renames a label; rows follow. */
  record RenameValue(QualifiedName type, String from, String to) implements EnumOperation {
    @Override
    public RenameValue inverse() {
      return new RenameValue(type, to, from);
    }

    @Override
    public String describe() {
      return "rename enum value  "
          + type
          + " "
          + Phrase.change(Phrase.quoted(from), Phrase.quoted(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameValue(this);
    }
  }

  /**
   * Exchanges the type for one with other labels; refuses while a row holds a removed one.
   *
   * @param uses what uses the type before and afterwards
   */
  record Change(EnumType from, EnumType to, EnumUses uses) implements EnumOperation {
    @Override
    public Change inverse() {
      return new Change(to, from, uses);
    }

    @Override
    public String describe() {
      return "change enum  "
          + from.name()
          + " "
          + Phrase.change(Phrase.list(from.labels()), Phrase.list(to.labels()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChange(this);
    }
  }
}

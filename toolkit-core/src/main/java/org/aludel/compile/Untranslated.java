package org.aludel.compile;

import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.ViewDdl;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.translation.SchemaTranslation;
import org.jspecify.annotations.Nullable;

/** What a translation of schemas leaves where it is, since its definition is text. */
public final class Untranslated {
  private Untranslated() {}

  /**
   * Refuses a statement about a view, or about an object that is handled by its definition, whose
   * schema another one stands in for: the text would still read the model's own.
   *
   * @throws CompileException UNSUPPORTED_STATEMENT, naming the object
   */
  public static void require(DdlStatement statement, SchemaTranslation schemas) {
    QualifiedName name = schemas.isNone() ? null : object(statement);
    if (name != null && !name.equals(schemas.apply(name))) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot write DDL of \"" + name + "\" for another schema")
              .found("an object that is defined by SQL text; and \"" + schemas.apply(name) + "\"")
              .expected("tables, indexes, constraints, sequences and their comments")
              .fix("write this one as SQL for each schema, or without a translation"));
    }
  }

  private static @Nullable QualifiedName object(DdlStatement statement) {
    if (statement instanceof ViewDdl view) {
      return view.accept(new ViewNames());
    }
    if (statement instanceof ObjectDdl.CreateObject create) {
      return create.object().reference().name();
    }
    if (statement instanceof ObjectDdl.DropObject drop) {
      return drop.object().name();
    }
    if (statement instanceof ObjectDdl.RenameObject rename) {
      return rename.object().name();
    }
    if (statement instanceof ObjectDdl.MoveObject move) {
      return move.object().name();
    }
    if (statement instanceof ObjectDdl.CommentOn comment) {
      return comment.object().name();
    }
    return statement instanceof ObjectDdl.ChangePrivileges change
        ? change.grant().on().name()
        : null;
  }

  private static final class ViewNames implements ViewDdl.Visitor<QualifiedName> {
    @Override
    public QualifiedName visitCreateView(ViewDdl.CreateView statement) {
      return statement.view().name();
    }

    @Override
    public QualifiedName visitReplaceView(ViewDdl.ReplaceView statement) {
      return statement.view().name();
    }

    @Override
    public QualifiedName visitRefreshView(ViewDdl.RefreshView statement) {
      return statement.view();
    }

    @Override
    public QualifiedName visitDropView(ViewDdl.DropView statement) {
      return statement.view();
    }
  }
}

package org.aludel.dialect.postgresql;

import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.DdlVisitor;
import org.aludel.ddl.EnumDdl;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.ddl.TypeDdl;
import org.aludel.ddl.ViewDdl;

/** DDL of PostgreSQL 13 to 18, one part a family of statements. */
public final class PostgresDdlCompiler implements DdlCompiler {
  private static final Families FAMILIES = new Families();

  @Override
  public String compile(DdlStatement statement) {
    return statement.accept(FAMILIES);
  }

  private static final class Families implements DdlVisitor<String> {
    private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();
    private final PostgresNamespaceDdl namespaces = new PostgresNamespaceDdl();
    private final PostgresEnumDdl enums = new PostgresEnumDdl();
    private final PostgresSequenceDdl sequences = new PostgresSequenceDdl();
    private final PostgresTableDdl tables = new PostgresTableDdl();
    private final PostgresColumnDdl columns = new PostgresColumnDdl();
    private final PostgresConstraintDdl constraints = new PostgresConstraintDdl();
    private final PostgresIndexDdl indexes = new PostgresIndexDdl();
    private final PostgresTypeDdl types = new PostgresTypeDdl();
    private final PostgresViewDdl views = new PostgresViewDdl();
    private final PostgresObjectDdl objects = new PostgresObjectDdl();

    @Override
    public String visitNamespace(NamespaceDdl statement) {
      return statement.accept(namespaces);
    }

    @Override
    public String visitEnum(EnumDdl statement) {
      return statement.accept(enums);
    }

    @Override
    public String visitSequence(SequenceDdl statement) {
      return statement.accept(sequences);
    }

    @Override
    public String visitTable(TableDdl statement) {
      return statement.accept(tables);
    }

    @Override
    public String visitColumn(ColumnDdl statement) {
      return statement.accept(columns);
    }

    @Override
    public String visitConstraint(ConstraintDdl statement) {
      return statement.accept(constraints);
    }

    @Override
    public String visitIndex(IndexDdl statement) {
      return statement.accept(indexes);
    }

    @Override
    public String visitType(TypeDdl statement) {
      return statement.accept(types);
    }

    @Override
    public String visitView(ViewDdl statement) {
      return statement.accept(views);
    }

    @Override
    public String visitObject(ObjectDdl statement) {
      return statement.accept(objects);
    }

    @Override
    public String visitSetComment(SetComment statement) {
      String comment = statement.comment();
      return "COMMENT ON "
          + target(statement.target())
          + " IS "
          + (comment == null ? "NULL" : SqlLiteral.text(comment));
    }

    @Override
    public String visitRawSql(RawSql statement) {
      return statement.sql();
    }

    private String target(CommentTarget target) {
      String object = quoter.quote(target.object());
      String part = target.part();
      if (part == null) {
        return target.kind() + " " + object;
      }
      return target.kind() == CommentTarget.Kind.CONSTRAINT
          ? "CONSTRAINT " + quoter.quote(part) + " ON " + object
          : target.kind() + " " + object + "." + quoter.quote(part);
    }
  }
}

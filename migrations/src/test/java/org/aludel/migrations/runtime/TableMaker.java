package org.aludel.migrations.runtime;

import java.sql.Statement;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A user's change in Java: makes a table whose name is a parameter. */
public final class TableMaker implements CustomTaskChange {
  private String table = "";

  /** Called by Liquibase with the parameter of the file. */
  public void setTable(String table) {
    this.table = table;
  }

  @Override
  public void execute(Database database) throws CustomChangeException {
    try (Statement statement = ((JdbcConnection) database.getConnection()).createStatement()) {
      statement.execute("CREATE TABLE " + table + " (id int)");
    } catch (Exception e) {
      throw new CustomChangeException(e);
    }
  }

  @Override
  public String getConfirmationMessage() {
    return "made " + table;
  }

  @Override
  public void setUp() {}

  @Override
  public void setFileOpener(ResourceAccessor resourceAccessor) {}

  @Override
  public ValidationErrors validate(Database database) {
    return new ValidationErrors();
  }
}

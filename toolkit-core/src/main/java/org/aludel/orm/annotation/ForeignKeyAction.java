package org.aludel.orm.annotation;

/** What happens to referencing rows. Source: SQL:2016 §11.8, referential action. */
public enum ForeignKeyAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT
}

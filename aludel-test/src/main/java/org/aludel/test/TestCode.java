package org.aludel.test;

import org.aludel.error.ErrorCode;

/** What a test asked for and cannot have, and what an assertion found. */
public enum TestCode implements ErrorCode {
  STATEMENTS,
  N_PLUS_ONE,
  SCHEMA,
  INTERLEAVED,
  ISOLATION,
  NO_FIXTURE,
  NO_ENTITIES;

  @Override
  public String area() {
    return "TEST";
  }
}

package org.aludel.maven;

import org.aludel.error.ErrorCode;

/** What only Maven knows of: projects, servers of settings.xml, class paths. */
public enum MavenCode implements ErrorCode {
  NO_TARGET,
  UNKNOWN_SERVER,
  UNDECRYPTABLE_SERVER,
  MISSING_SETTING,
  CLASSES_NOT_LOADED,
  UNKNOWN_GOAL,
  NOT_WRITABLE;

  @Override
  public String area() {
    return "MAVEN";
  }
}

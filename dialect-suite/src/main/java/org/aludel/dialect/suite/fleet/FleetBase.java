package org.aludel.dialect.suite.fleet;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the suite's classes. */
public abstract class FleetBase extends DeclarativeBase {}

package org.aludel.orm.loads;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of loading use. */
public abstract class LoadsBase extends DeclarativeBase {}

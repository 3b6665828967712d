package org.aludel.orm.deferred;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of deferred columns use. */
public abstract class PressBase extends DeclarativeBase {}

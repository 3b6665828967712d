package org.aludel.orm.computed;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of classes whose values the server computes. */
public abstract class ComputedBase extends DeclarativeBase {}

namespace FreedomCities.Api.Tests.Support;

/// <summary>Tests of short times: they run after the others, one by one.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Timed;

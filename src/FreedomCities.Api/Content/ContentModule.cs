using Dapper;
using FluentValidation;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests.Paging;

namespace FreedomCities.Api.Content;

/// <summary>Registers the routes of Content with their queries, validators and Dapper handlers for JSON columns.</summary>
internal static class ContentModule
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        ReadJsonColumns();
        return services
            .AddSingleton<FaqQueries>()
            .AddSingleton<TopicQueries>()
            .AddSingleton<ResourceQueries>()
            .AddSingleton<ContactQueries>()
            .AddSingleton<MissingRecordQueries>()
            .AddSingleton<IValidator<ListFaqsRequest>, ListRequestValidator<ListFaqsRequest>>()
            .AddSingleton<IValidator<ListTopicsRequest>, ListRequestValidator<ListTopicsRequest>>()
            .AddSingleton<IValidator<ListResourcesRequest>, ListRequestValidator<ListResourcesRequest>>()
            .AddSingleton<IValidator<ListContactsRequest>, ListRequestValidator<ListContactsRequest>>();
    }

    public static void MapContent(this IEndpointRouteBuilder v1)
    {
        v1.MapIndex();
        v1.MapFaqs();
        v1.MapTopics();
        v1.MapResources();
        v1.MapContacts();
    }

    private static void ReadJsonColumns()
    {
        SqlMapper.AddTypeHandler(new JsonColumn<Answer>());
        SqlMapper.AddTypeHandler(new JsonColumn<TopicReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<ResourceReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Resource[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<ResourceEvent>());
        SqlMapper.AddTypeHandler(new JsonColumn<ContactReference[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Contact[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Affiliate>());
        SqlMapper.AddTypeHandler(new JsonColumn<OfficeReference>());
        SqlMapper.AddTypeHandler(new JsonColumn<Phone[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Location>());
        SqlMapper.AddTypeHandler(new JsonColumn<ServiceArea[]>());
        SqlMapper.AddTypeHandler(new JsonColumn<Language>());
        SqlMapper.AddTypeHandler(new JsonColumn<Trust>());
    }
}

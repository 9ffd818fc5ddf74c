import type { Specification } from './facts.ts'

/** What API v2 says of its calls: cost and scopes. Made from Pipedrive's OpenAPI files by `npm run specification`. */
export const v2: Specification = {
  '/activities': 'GET 10 activities:read activities:full; POST 5 activities:full',
  '/activities/{id}':
    'DELETE 3 activities:full; GET 1 activities:read activities:full; PATCH 5 activities:full',
  '/activityFields': 'GET 10 admin',
  '/activityFields/{field_code}': 'GET 1 admin',
  '/boards': 'GET 10 projects:read projects:full; POST 5 projects:full',
  '/boards/{id}':
    'DELETE 3 projects:full; GET 10 projects:read projects:full; PATCH 5 projects:full',
  '/dealFields':
    'GET 10 deals:read deals:full deal-fields:full admin; POST 5 deal-fields:full admin',
  '/dealFields/{field_code}':
    'DELETE 3 deal-fields:full admin; GET 1 deals:read deals:full deal-fields:full admin; PATCH 5 deals:full deal-fields:full admin',
  '/dealFields/{field_code}/options':
    'DELETE 3 deals:full deal-fields:full admin; PATCH 5 deals:full deal-fields:full admin; POST 5 deals:full deal-fields:full admin',
  '/deals': 'GET 10 deals:read deals:full; POST 5 deals:full',
  '/deals/archived': 'GET 20 deals:read deals:full',
  '/deals/installments': 'GET 10 deals:read deals:full',
  '/deals/products': 'GET 10 products:read deals:read products:full deals:full',
  '/deals/search': 'GET 20 deals:read deals:full search:read',
  '/deals/{id}': 'DELETE 3 deals:full; GET 1 deals:read deals:full; PATCH 5 deals:full',
  '/deals/{id}/convert/lead': 'POST 40 deals:full',
  '/deals/{id}/convert/status/{conversion_id}': 'GET 1 deals:read deals:full',
  '/deals/{id}/discounts': 'GET 10 deals:read deals:full; POST 5 deals:read deals:full',
  '/deals/{id}/discounts/{discount_id}':
    'DELETE 3 deals:read deals:full; PATCH 5 deals:read deals:full',
  '/deals/{id}/followers': 'GET 10 deals:read deals:full; POST 5 deals:full',
  '/deals/{id}/followers/changelog': 'GET 10 deals:read deals:full',
  '/deals/{id}/followers/{follower_id}': 'DELETE 3 deals:full',
  '/deals/{id}/installments': 'POST 5 deals:read deals:full',
  '/deals/{id}/installments/{installment_id}':
    'DELETE 3 deals:read deals:full; PATCH 5 deals:read deals:full',
  '/deals/{id}/products':
    'DELETE 15 products:full deals:full; GET 10 products:read deals:read products:full deals:full; POST 5 products:full deals:full',
  '/deals/{id}/products/bulk': 'POST 25 products:full deals:full',
  '/deals/{id}/products/{product_attachment_id}':
    'DELETE 3 deals:full products:full; PATCH 5 products:full deals:full',
  '/itemSearch': 'GET 20 search:read',
  '/itemSearch/field': 'GET 20 search:read',
  '/leads/search': 'GET 20 leads:read leads:full search:read',
  '/leads/{id}/convert/deal': 'POST 40 leads:full',
  '/leads/{id}/convert/status/{conversion_id}': 'GET 1 leads:read leads:full',
  '/organizationFields':
    'GET 10 contacts:read contacts:full contact-fields:full admin; POST 5 contact-fields:full admin',
  '/organizationFields/{field_code}':
    'DELETE 3 contact-fields:full admin; GET 1 contacts:read contacts:full contact-fields:full admin; PATCH 5 contacts:full contact-fields:full admin',
  '/organizationFields/{field_code}/options':
    'DELETE 3 contacts:full contact-fields:full admin; PATCH 5 contacts:full contact-fields:full admin; POST 5 contacts:full contact-fields:full admin',
  '/organizations': 'GET 10 contacts:read contacts:full; POST 5 contacts:full',
  '/organizations/search': 'GET 20 contacts:read contacts:full search:read',
  '/organizations/{id}':
    'DELETE 3 contacts:full; GET 1 contacts:read contacts:full; PATCH 5 contacts:full',
  '/organizations/{id}/followers': 'GET 10 contacts:read contacts:full; POST 5 contacts:full',
  '/organizations/{id}/followers/changelog': 'GET 10 contacts:read contacts:full',
  '/organizations/{id}/followers/{follower_id}': 'DELETE 3 contacts:full',
  '/personFields':
    'GET 10 contacts:read contacts:full contact-fields:full admin; POST 5 contact-fields:full admin',
  '/personFields/{field_code}':
    'DELETE 3 contact-fields:full admin; GET 1 contacts:read contacts:full contact-fields:full admin; PATCH 5 contacts:full contact-fields:full admin',
  '/personFields/{field_code}/options':
    'DELETE 3 contacts:full contact-fields:full admin; PATCH 5 contacts:full contact-fields:full admin; POST 5 contacts:full contact-fields:full admin',
  '/persons': 'GET 10 contacts:read contacts:full; POST 5 contacts:full',
  '/persons/search': 'GET 20 contacts:read contacts:full search:read',
  '/persons/{id}':
    'DELETE 3 contacts:full; GET 1 contacts:read contacts:full; PATCH 5 contacts:full',
  '/persons/{id}/followers': 'GET 10 contacts:read contacts:full; POST 5 contacts:full',
  '/persons/{id}/followers/changelog': 'GET 10 contacts:read contacts:full',
  '/persons/{id}/followers/{follower_id}': 'DELETE 3 contacts:full',
  '/persons/{id}/picture': 'GET 1 contacts:read contacts:full',
  '/phases': 'GET 10 projects:read projects:full; POST 5 projects:full',
  '/phases/{id}':
    'DELETE 3 projects:full; GET 10 projects:read projects:full; PATCH 5 projects:full',
  '/pipelines': 'GET 5 deals:read deals:full admin; POST 5 admin',
  '/pipelines/{id}': 'DELETE 3 admin; GET 1 deals:read deals:full admin; PATCH 5 admin',
  '/productFields':
    'GET 10 products:read products:full product-fields:full; POST 5 products:full product-fields:full',
  '/productFields/{field_code}':
    'DELETE 3 products:full product-fields:full; GET 1 products:read products:full product-fields:full; PATCH 5 products:full product-fields:full',
  '/productFields/{field_code}/options':
    'DELETE 3 products:full product-fields:full; PATCH 5 products:full product-fields:full; POST 5 products:full product-fields:full',
  '/products': 'GET 10 products:read products:full; POST 5 products:full',
  '/products/search': 'GET 20 products:read products:full search:read',
  '/products/{id}':
    'DELETE 3 products:full; GET 1 products:read products:full; PATCH 5 products:full',
  '/products/{id}/duplicate': 'POST 5 products:full',
  '/products/{id}/followers': 'GET 10 products:read products:full; POST 5 products:full',
  '/products/{id}/followers/changelog': 'GET 10 products:read products:full',
  '/products/{id}/followers/{follower_id}': 'DELETE 3 products:full',
  '/products/{id}/images':
    'DELETE 6 products:full; GET 10 products:read products:full; POST 20 products:full; PUT 20 products:full',
  '/products/{id}/variations': 'GET 10 products:read products:full; POST 5 products:full',
  '/products/{id}/variations/{product_variation_id}':
    'DELETE 3 products:full; PATCH 5 products:full',
  '/projectFields':
    'GET 10 projects:read projects:full project-fields:full; POST 5 project-fields:full',
  '/projectFields/{field_code}':
    'DELETE 3 project-fields:full; GET 1 projects:read projects:full project-fields:full; PATCH 5 project-fields:full',
  '/projectFields/{field_code}/options':
    'DELETE 3 project-fields:full; PATCH 5 project-fields:full; POST 5 project-fields:full',
  '/projectTemplates': 'GET 10 projects:read projects:full',
  '/projectTemplates/{id}': 'GET 1 projects:read projects:full',
  '/projects': 'GET 10 projects:read projects:full; POST 5 projects:full',
  '/projects/archived': 'GET 10 projects:read projects:full',
  '/projects/search': 'GET 20 projects:read projects:full search:read',
  '/projects/{id}':
    'DELETE 3 projects:full; GET 1 projects:read projects:full; PATCH 5 projects:full',
  '/projects/{id}/archive': 'POST 3 projects:full',
  '/projects/{id}/changelog': 'GET 10 projects:read projects:full',
  '/projects/{id}/permittedUsers': 'GET 5 projects:read projects:full',
  '/stages': 'GET 5 deals:read deals:full admin; POST 5 admin',
  '/stages/{id}': 'DELETE 3 admin; GET 1 deals:read deals:full admin; PATCH 5 admin',
  '/tasks': 'GET 10 projects:read projects:full; POST 5 projects:full',
  '/tasks/{id}': 'DELETE 3 projects:full; GET 1 projects:read projects:full; PATCH 5 projects:full',
  '/users/{id}/followers': 'GET 10 users:read',
}

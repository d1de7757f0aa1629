export { type CategoryMention, type Classifier, loadCategories } from './classifier.js'
export { type Category, loadSoteTaxonomy, parseTaxonomy, type Taxonomy } from './taxonomy.js'

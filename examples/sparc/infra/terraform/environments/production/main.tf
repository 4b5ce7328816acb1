# The platform's infrastructure, as far as a version decides it.
terraform {
  required_version = ">= 1.4"

  # Where that is, PG_CONN_STR says: it has a password.
  backend "pg" {}
}

variable "image_tag" {
  type        = string
  description = "The version that runs."
}

module "sparc" {
  source    = "../../modules/sparc"
  image_tag = var.image_tag
}

output "image_tag" {
  value = module.sparc.image_tag
}
